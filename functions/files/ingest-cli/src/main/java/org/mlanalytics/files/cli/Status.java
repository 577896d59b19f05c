package org.mlanalytics.files.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tells what has become of a request. */
@Command(name = "status", description = "Tells what has become of a request.")
final class Status implements Callable<Integer> {

  @Parameters(paramLabel = "ID", converter = RequestId.class, description = "Id of the request.")
  private String requestId;

  @Option(names = "--json", description = "Print the answer as it came.")
  private boolean json;

  @Mixin private Waiting waiting;

  @Mixin private Server server;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    FilesApi api = server.api();
    JsonNode status =
        waiting.until(waiting.end(), requestId, () -> Optional.of(api.status(requestId)));
    spec.commandLine().getOut().println(json ? Lines.json(status) : Lines.of(status));
    return Lines.exitCode(status);
  }
}
