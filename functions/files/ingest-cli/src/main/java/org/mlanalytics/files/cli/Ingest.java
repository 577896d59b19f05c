package org.mlanalytics.files.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ScopeType;

/** Names files to {@code ingest-file}, and asks what has become of them. */
@Command(
    name = "ingest",
    mixinStandardHelpOptions = true,
    scope = ScopeType.INHERIT,
    sortOptions = false,
    version = "0.1.0",
    description = "Names files to ingest-file, and asks what has become of them.",
    subcommands = {Submit.class, Status.class, ListRequests.class, Cancel.class},
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done",
      "1:a fault of this command",
      "2:wrong arguments",
      "3:refused; the same again would be refused again",
      "4:the server, the broker or Redis is away; try again",
      "5:the request ended, but the file is not loaded",
      "6:the request has not ended in the time that was waited"
    })
public final class Ingest {

  private Ingest() {}

  /** Runs a command and ends the process with its exit code. */
  public static void main(String[] arguments) {
    System.exit(commandLine().execute(arguments));
  }

  /** The command with its subcommands; writers may be set. */
  public static CommandLine commandLine() {
    return new CommandLine(new Ingest())
        .setExecutionExceptionHandler(
            (e, command, parsed) -> {
              command.getErr().println("ingest: " + e.getMessage());
              return e instanceof CommandFailure failure ? failure.exitCode() : ExitCode.FAULT;
            });
  }
}
