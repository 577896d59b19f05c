package org.mlanalytics.core.snapshot;

import org.mlanalytics.core.dataset.Column;

/**
 * A count of distinct ids.
 *
 * @param column the column of the count
 * @param distinct the column of the ids; nulls do not count
 * @param when which rows count
 */
public record Measure(Column column, Column distinct, Condition when) {}
