package org.mlanalytics.files.checking.reason;

/**
 * One fault of a row.
 *
 * @param code what is wrong
 * @param column the name of the column, null when the fault is the row's
 * @param detail what was expected; never the value itself
 */
public record Reason(ReasonCode code, String column, String detail) {}
