package org.mlanalytics.runtime.run;

import java.time.Instant;

/**
 * An earlier attempt of a run, as it ended.
 *
 * @param attempt its number, from 1
 * @param generation generation of the pipeline that it served
 * @param state how it ended
 * @param endedAt when
 * @param counts what it did
 * @param taskId its Druid task, or null
 * @param error why it failed, or null
 */
public record Attempt(
    int attempt,
    long generation,
    RunState state,
    Instant endedAt,
    Counts counts,
    String taskId,
    RunError error) {}
