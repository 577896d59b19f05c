package org.mlanalytics.streaming.runs;

import java.time.Instant;

/**
 * An hour of a function at a partition.
 *
 * @param hour its first instant
 */
record StreamHour(String function, String topic, int partition, Instant hour) {}
