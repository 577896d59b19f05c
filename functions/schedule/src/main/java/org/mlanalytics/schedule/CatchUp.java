package org.mlanalytics.schedule;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.mlanalytics.runtime.config.AnalyticsConfig;
import org.mlanalytics.runtime.error.ErrorCode;
import org.mlanalytics.runtime.function.CloudFunction;
import org.mlanalytics.runtime.function.PlainCall;
import org.mlanalytics.runtime.pipeline.Area;
import org.mlanalytics.runtime.pipeline.Pipeline;
import org.mlanalytics.runtime.pipeline.Pipelines;
import org.mlanalytics.runtime.time.LedgerClock;

/**
 * Begins the night of the current business date when a process starts too late for its schedule,
 * and tells of earlier nights that were missed. A night is begun once, however many processes
 * start: its run decides.
 */
@ApplicationScoped
public class CatchUp {

  private static final Logger LOG = Logger.getLogger(CatchUp.class);
  private static final Set<String> OFF = Set.of("off", "disabled");

  /** Made when it is first needed: a process starts without its servers. */
  private final Supplier<Pipelines> pipelines;

  private final LedgerClock clock;
  private final PlainCall calls;
  private final Scheduler scheduler;
  private final AnalyticsConfig config;

  @Inject
  CatchUp(
      Instance<Pipelines> pipelines,
      LedgerClock clock,
      PlainCall calls,
      Scheduler scheduler,
      AnalyticsConfig config) {
    this(pipelines::get, clock, calls, scheduler, config);
  }

  CatchUp(
      Supplier<Pipelines> pipelines,
      LedgerClock clock,
      PlainCall calls,
      Scheduler scheduler,
      AnalyticsConfig config) {
    this.pipelines = pipelines;
    this.clock = clock;
    this.calls = calls;
    this.scheduler = scheduler;
    this.config = config;
  }

  /** Whether a schedule is none. */
  static boolean isOff(String schedule) {
    return OFF.contains(schedule);
  }

  /**
   * Looks once after the start, and again every minute until the servers answer.
   *
   * @param opener used only then
   * @param name name of the opener
   * @param cron schedule of the opener: a Quartz cron expression, or off
   */
  public void afterStart(CloudFunction opener, String name, Area area, String cron) {
    if (isOff(cron)) {
      return;
    }
    String job = "catch-up-" + name;
    scheduler.unscheduleJob(job);
    scheduler
        .newJob(job)
        .setInterval("60s")
        .setConcurrentExecution(Scheduled.ConcurrentExecution.SKIP)
        .setTask(
            execution -> {
              if (tried(opener, area, cron)) {
                scheduler.unscheduleJob(job);
              }
            })
        .schedule();
  }

  /**
   * Begins the night whose time has come. If a server is away, it is begun as soon as that is back,
   * instead of being missed until the next start.
   */
  public void begin(CloudFunction opener, String name, Area area, String cron) {
    try {
      calls.scheduled(opener);
    } catch (RuntimeException e) {
      LOG.warnf("the night of %s waits: %s", area.name(), e.getMessage());
      afterStart(opener, name, area, cron);
    }
  }

  private boolean tried(CloudFunction opener, Area area, String cron) {
    try {
      look(opener, area, cron);
      return true;
    } catch (RuntimeException e) {
      LOG.warnf("missed nights of %s are not known yet: %s", area.name(), e.getMessage());
      return false;
    }
  }

  /** Begins today's night if it was missed. */
  MissedNights look(CloudFunction opener, Area area, String cron) {
    Optional<LocalDate> last = pipelines.get().latest(area).map(Pipeline::businessDate);
    MissedNights missed = MissedNights.of(cron, clock.now().atZone(config.zone()), last);
    if (!missed.earlier().isEmpty()) {
      LOG.warnf(
          "%s no night of %s on %s", ErrorCode.NIGHT_MISSED.code(), area.name(), missed.earlier());
    }
    if (missed.today()) {
      calls.scheduled(opener);
    }
    return missed;
  }
}
