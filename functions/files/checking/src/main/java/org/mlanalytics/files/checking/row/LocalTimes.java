package org.mlanalytics.files.checking.row;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.util.List;
import org.mlanalytics.files.checking.reason.ReasonCode;

/** Times without a zone in the zone of the schema; of a time that comes twice, the earlier. */
final class LocalTimes {

  private final ZoneRules rules;
  private final long fixedOffset;

  /**
   * @param zone null when the schema names none: then such times are refused
   */
  LocalTimes(ZoneId zone) {
    this.rules = zone == null ? null : zone.getRules();
    this.fixedOffset =
        rules != null && rules.isFixedOffset()
            ? rules.getOffset(java.time.Instant.EPOCH).getTotalSeconds()
            : Long.MIN_VALUE;
  }

  /** Sets an instant from seconds of a local time, counted as if it were UTC. */
  ReasonCode set(Row row, int column, long localSecond, int nanos) {
    if (rules == null) {
      return ReasonCode.NO_ZONE;
    }
    if (fixedOffset != Long.MIN_VALUE) {
      row.set(column, localSecond - fixedOffset, nanos);
      return null;
    }
    List<ZoneOffset> offsets =
        rules.getValidOffsets(LocalDateTime.ofEpochSecond(localSecond, 0, ZoneOffset.UTC));
    if (offsets.isEmpty()) {
      return ReasonCode.NO_SUCH_TIME;
    }
    row.set(column, localSecond - offsets.get(0).getTotalSeconds(), nanos);
    return null;
  }
}
