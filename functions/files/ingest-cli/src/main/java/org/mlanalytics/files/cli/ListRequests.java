package org.mlanalytics.files.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows the tenant's requests. */
@Command(name = "list", description = "Shows the tenant's requests, newest first.")
final class ListRequests implements Callable<Integer> {

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "100",
      description = "At most so many, up to 1000 (default: ${DEFAULT-VALUE}).")
  private int limit;

  @Option(names = "--json", description = "Print the answer as it came.")
  private boolean json;

  @Mixin private Server server;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    JsonNode requests = server.api().list(limit);
    if (json) {
      spec.commandLine().getOut().println(Lines.json(requests));
    } else {
      requests.forEach(request -> spec.commandLine().getOut().println(Lines.of(request)));
    }
    return ExitCode.DONE;
  }
}
