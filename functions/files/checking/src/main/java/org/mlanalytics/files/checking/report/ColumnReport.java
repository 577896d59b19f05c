package org.mlanalytics.files.checking.report;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.mlanalytics.files.checking.reason.ReasonCode;
import org.mlanalytics.files.checking.row.ColumnType;

/**
 * What was counted of one column. Values are those of the rows that passed: {@code values + nulls}
 * is their number. Violations are those of the rows put aside.
 *
 * @param name in checked rows
 * @param type of its values
 * @param values that are not null
 * @param nulls missing values, those that a sentinel stands for included
 * @param sentinels nulls that a sentinel stands for
 * @param distinct values that differ
 * @param exact whether that is counted, else estimated
 * @param standardError of the estimate, as a share; 0 when exact
 * @param duplicates values that are there already: {@code values - distinct}
 * @param min the smallest value, of a text its first 64 characters; null without values
 * @param max the largest value, likewise
 * @param violations by code
 */
public record ColumnReport(
    String name,
    ColumnType type,
    long values,
    long nulls,
    long sentinels,
    long distinct,
    boolean exact,
    double standardError,
    long duplicates,
    Object min,
    Object max,
    Map<ReasonCode, Long> violations) {

  public ColumnReport {
    Map<ReasonCode, Long> copy = new EnumMap<>(ReasonCode.class);
    copy.putAll(violations);
    violations = Collections.unmodifiableMap(copy);
  }
}
