package org.mlanalytics.files.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Cancels a request. */
@Command(name = "cancel", description = "Cancels a request; one that has ended stays as it is.")
final class Cancel implements Callable<Integer> {

  @Parameters(paramLabel = "ID", converter = RequestId.class, description = "Id of the request.")
  private String requestId;

  @Mixin private Server server;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    JsonNode status = server.api().cancel(requestId);
    spec.commandLine().getOut().println(Lines.of(status));
    return ExitCode.DONE;
  }
}
