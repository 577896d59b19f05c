package org.mlanalytics.files.cli;

/** What the command ends with. */
final class ExitCode {

  /** Done. */
  static final int DONE = 0;

  /** A fault of the command itself. */
  static final int FAULT = 1;

  /** Wrong arguments. */
  static final int USAGE = 2;

  /** The server refused; the same again would be refused again. */
  static final int REFUSED = 3;

  /** The server or broker is away; the same again may succeed. */
  static final int UNAVAILABLE = 4;

  /** The request ended, but not with a loaded file. */
  static final int NOT_INGESTED = 5;

  /** The request has not ended in the time that was to be waited. */
  static final int NOT_ENDED = 6;

  private ExitCode() {}
}
