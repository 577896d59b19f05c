package org.mlanalytics.files.checking.reason;

/**
 * Why a whole file is refused.
 *
 * @param code what is wrong
 * @param line the line on which the row begins at which it was seen, from 1; 0 when none can be
 *     named
 * @param detail what was expected, and names of columns where they matter
 */
public record Refusal(ReasonCode code, long line, String detail) {}
