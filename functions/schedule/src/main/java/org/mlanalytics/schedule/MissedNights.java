package org.mlanalytics.schedule;

import com.cronutils.model.Cron;
import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a schedule has missed while no process was up.
 *
 * @param today whether the night of the current business date should have begun
 * @param earlier dates since the last night that have none; they are only told, because their
 *     source documents are gone
 */
record MissedNights(boolean today, List<LocalDate> earlier) {

  private static final CronParser PARSER =
      new CronParser(CronDefinitionBuilder.instanceDefinitionFor(CronType.QUARTZ));
  private static final int MOST_TOLD = 60;

  /**
   * Compares a schedule with the last night.
   *
   * @param cron Quartz cron expression
   * @param now the current time in the business zone
   * @param last business date of the last night, empty if there was none
   */
  static MissedNights of(String cron, ZonedDateTime now, Optional<LocalDate> last) {
    Cron parsed = PARSER.parse(cron);
    ExecutionTime times = ExecutionTime.forCron(parsed);
    LocalDate today = now.toLocalDate();
    boolean begun =
        times.lastExecution(now).filter(time -> time.toLocalDate().equals(today)).isPresent();
    List<LocalDate> earlier = new ArrayList<>();
    ZonedDateTime time =
        last.map(date -> date.plusDays(1).atStartOfDay(now.getZone()).minusNanos(1)).orElse(now);
    while (earlier.size() < MOST_TOLD) {
      Optional<ZonedDateTime> next = times.nextExecution(time);
      if (next.isEmpty() || !next.get().toLocalDate().isBefore(today)) {
        break;
      }
      time = next.get();
      if (!earlier.contains(time.toLocalDate())) {
        earlier.add(time.toLocalDate());
      }
    }
    return new MissedNights(begun && last.filter(date -> !date.isBefore(today)).isEmpty(), earlier);
  }
}
