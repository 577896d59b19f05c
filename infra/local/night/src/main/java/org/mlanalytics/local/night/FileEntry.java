package org.mlanalytics.local.night;

/** How a request for a file comes in. */
enum FileEntry {
  /** A post. */
  HTTP,
  /** A record in a topic. */
  KAFKA,
  /** An entry of a list. */
  REDIS,
  /** The command line, as a process of its own. */
  COMMAND_LINE
}
