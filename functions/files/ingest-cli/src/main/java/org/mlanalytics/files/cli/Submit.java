package org.mlanalytics.files.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Puts a request into a queue. */
@Command(
    name = "submit",
    description = {
      "Names a file. Prints the request's id; with --wait what has become of it.",
      "After exit code 4 the id is printed too: sent again with --id, the request is taken once.",
      "A topic of Kafka belongs to one tenant: whoever may write it needs no token, except for --wait."
    })
final class Submit implements Callable<Integer> {

  /** How a request gets to the function. */
  enum Queue {
    http,
    kafka
  }

  @Option(
      names = "--queue",
      defaultValue = "http",
      description = "One of ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private Queue queue;

  @ArgGroup(exclusive = false, multiplicity = "1", heading = "%nThe request:%n")
  private RequestFields request;

  @ArgGroup(exclusive = false, heading = "%nHTTP:%n", validate = false)
  private Server server = new Server();

  @ArgGroup(exclusive = false, heading = "%nKafka:%n", validate = false)
  private KafkaQueue kafka = new KafkaQueue();

  @Mixin private Waiting waiting;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    String requestId = request.idOr(UUID.randomUUID().toString());
    put(requestId);
    if (!waiting.isAsked()) {
      spec.commandLine().getOut().println(requestId);
      return ExitCode.DONE;
    }
    FilesApi api = server.api();
    JsonNode status =
        waiting.until(
            requestId,
            () -> queue == Queue.http ? Optional.of(api.status(requestId)) : api.find(requestId));
    spec.commandLine().getOut().println(Lines.of(status));
    return Lines.exitCode(status);
  }

  private void put(String requestId) {
    String json = request.json(requestId);
    try {
      switch (queue) {
        case http -> server.api().submit(json);
        case kafka -> kafka.put(request.priority(), json);
      }
    } catch (CommandFailure e) {
      if (e.exitCode() == ExitCode.UNAVAILABLE) {
        // it may be queued nevertheless: sent again with its id, it is taken once
        spec.commandLine().getOut().println(requestId);
      }
      throw e;
    }
  }
}
