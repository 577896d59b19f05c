package org.mlanalytics.files.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Puts requests into a queue. */
@Command(
    name = "submit",
    description = {
      "Names files. Prints a line for each: the request's id and, by HTTP, its address after a tab;",
      "with --wait what has become of it. By HTTP all or none are taken, at most 100.",
      "After exit code 4 the ids are printed too: sent again with --id, a request is taken once.",
      "Topics of Kafka and lists of Redis belong to one tenant: whoever may write them needs no token,",
      "except for --wait."
    })
final class Submit implements Callable<Integer> {

  /** How a request gets to the function. */
  enum Queue {
    http,
    kafka,
    redis
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

  @ArgGroup(exclusive = false, heading = "%nRedis:%n", validate = false)
  private RedisQueue redis = new RedisQueue();

  @Mixin private Waiting waiting;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    Map<String, ObjectNode> requests = request.byId();
    Map<String, String> addresses = put(requests);
    if (!waiting.isAsked()) {
      requests.keySet().forEach(id -> print(id + addresses.getOrDefault(id, "")));
      return ExitCode.DONE;
    }
    return await(requests.keySet());
  }

  /** What has become of each; the exit code is that of the first without a loaded file. */
  private int await(Set<String> ids) {
    FilesApi api = server.api();
    long end = waiting.end();
    int exitCode = ExitCode.DONE;
    for (String id : ids) {
      int one = await(api, end, id);
      exitCode = exitCode == ExitCode.DONE ? one : exitCode;
    }
    return exitCode;
  }

  private int await(FilesApi api, long end, String id) {
    try {
      JsonNode status =
          waiting.until(
              end, id, () -> queue == Queue.http ? Optional.of(api.status(id)) : api.find(id));
      print(Lines.of(status));
      return Lines.exitCode(status);
    } catch (CommandFailure e) {
      if (e.exitCode() != ExitCode.NOT_ENDED) {
        throw e;
      }
      spec.commandLine().getErr().println("ingest: " + e.getMessage());
      return e.exitCode();
    }
  }

  /**
   * Where each request is asked after, as a further field; nothing by a queue that answers none.
   */
  private Map<String, String> put(Map<String, ObjectNode> requests) {
    try {
      return switch (queue) {
        case http -> post(List.copyOf(requests.values()));
        case kafka -> queued(requests, kafka::put);
        case redis -> queued(requests, redis::put);
      };
    } catch (CommandFailure e) {
      if (e.exitCode() == ExitCode.UNAVAILABLE) {
        // they may be queued nevertheless: sent again with its id, each is taken once
        requests.keySet().forEach(this::print);
      }
      throw e;
    }
  }

  private Map<String, String> post(List<ObjectNode> requests) {
    FilesApi api = server.api();
    String body = requests.size() == 1 ? requests.get(0).toString() : requests.toString();
    Map<String, String> addresses = new HashMap<>();
    for (JsonNode receipt : api.submit(body).path("requests")) {
      if (receipt.path("status").isTextual()) {
        addresses.put(
            receipt.path("requestId").asText(),
            "\t" + api.absolute(receipt.path("status").asText()));
      }
    }
    return addresses;
  }

  private Map<String, String> queued(
      Map<String, ObjectNode> requests, BiConsumer<String, List<String>> target) {
    target.accept(
        request.priority(), requests.values().stream().map(ObjectNode::toString).toList());
    return Map.of();
  }

  private void print(String line) {
    spec.commandLine().getOut().println(line);
  }
}
