package org.mlanalytics.runtime.function;

import java.util.Set;

/** A function: small, triggered by a schedule, an event or HTTP. */
public sealed interface CloudFunction permits BatchFunction, SweepFunction {

  /** Name of the function, like {@code extract-projects}. */
  String name();

  /** Names of the events that start it, like {@code program.gathered}. */
  default Set<String> startedBy() {
    return Set.of();
  }
}
