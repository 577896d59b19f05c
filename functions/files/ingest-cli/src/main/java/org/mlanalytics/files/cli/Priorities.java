package org.mlanalytics.files.cli;

import java.util.Set;

/** The priorities that have a topic or list of their own. */
final class Priorities {

  private static final Set<String> ALL = Set.of("high", "normal", "low");

  private Priorities() {}

  /** The priority as the last part of a name; one that has no topic or list is wrong usage. */
  static String checked(String priority) {
    if (!ALL.contains(priority)) {
      throw CommandFailure.usage("no priority: " + priority);
    }
    return priority;
  }
}
