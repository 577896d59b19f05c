package org.mlanalytics.files.cli;

import java.util.Objects;

/** Why a command ends without what it was asked for; the message is shown to the caller. */
final class CommandFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int exitCode;

  private CommandFailure(int exitCode, String message, Throwable cause) {
    super(message, cause);
    this.exitCode = exitCode;
  }

  static CommandFailure refused(String message) {
    return new CommandFailure(ExitCode.REFUSED, message, null);
  }

  static CommandFailure unavailable(String what, Throwable cause) {
    String why = cause == null ? "" : ": " + Objects.toString(cause.getMessage(), cause.toString());
    return new CommandFailure(ExitCode.UNAVAILABLE, what + why, cause);
  }

  static CommandFailure notEnded(String requestId) {
    return new CommandFailure(ExitCode.NOT_ENDED, requestId + " has not ended yet", null);
  }

  static CommandFailure usage(String message) {
    return new CommandFailure(ExitCode.USAGE, message, null);
  }

  int exitCode() {
    return exitCode;
  }
}
