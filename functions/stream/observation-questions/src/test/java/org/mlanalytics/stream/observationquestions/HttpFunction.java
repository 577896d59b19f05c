package org.mlanalytics.stream.observationquestions;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.mlanalytics.local.ChildJvm;
import org.mlanalytics.local.ChildJvmBuilder;
import org.mlanalytics.local.LocalServers;
import org.mlanalytics.local.Ports;

/** The packaged function as a process that is triggered by HTTP. */
final class HttpFunction implements AutoCloseable {

  private static final Duration START = Duration.ofSeconds(60);
  private static final int NO_CONTENT = 204;
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final ChildJvm process;
  private final String address;

  private HttpFunction(ChildJvm process, String address) {
    this.process = process;
    this.address = address;
  }

  static HttpFunction start(LocalServers servers, String recordEvery) {
    int port = Ports.free();
    Map<String, String> environment = new HashMap<>();
    environment.put("MLA_ENV", "http");
    environment.put("MLA_STREAM_TRIGGER", "http");
    environment.put("MLA_STREAM_TRANSACTION_TIMEOUT", "5s");
    environment.put("MLA_STREAM_RECORD_EVERY", recordEvery);
    environment.put("MLA_STREAM_LOOKUPS_KEEP_FOR", "1ms");
    environment.put("QUARKUS_MONGODB_SERVER_SELECTION_TIMEOUT", "1S");
    environment.put("MLA_HTTP_PORT", Integer.toString(port));
    environment.put("MONGODB_URI", servers.mongoUri());
    environment.put("KAFKA_BOOTSTRAP_SERVERS", servers.kafkaBootstrap());
    environment.put("MLA_OBJECTS_DIRECTORY", servers.objectStore().toString());
    ChildJvmBuilder builder =
        ChildJvm.builder("observation-questions")
            .jar(Path.of("target/quarkus-app/quarkus-run.jar").toAbsolutePath())
            .log(Path.of("target/it/http-function.log").toAbsolutePath());
    environment.forEach(builder::environment);
    HttpFunction function = new HttpFunction(builder.start(), "http://127.0.0.1:" + port);
    function.process.await("health", START, () -> function.get("/q/health").statusCode() == 200);
    return function;
  }

  /** Posts a message of partition 0 as a KafkaSource does. */
  HttpResponse<String> post(long offset, String value, Map<String, String> headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        request("/streams/observation-questions")
            .POST(HttpRequest.BodyPublishers.ofString(value))
            .header("ce-specversion", "1.0")
            .header("ce-type", "dev.knative.kafka.event")
            .header("ce-id", "partition:0/offset:" + offset)
            .header(
                "ce-source", "/apis/v1/namespaces/ns/kafkasources/s#" + KafkaAndMongo.HTTP_INPUT)
            .header("ce-subject", "partition:0#" + offset)
            .header("ce-key", "key" + offset);
    headers.forEach(request::setHeader);
    return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  /** Posts a message until it is acknowledged: a busy broker may take longer than a call waits. */
  void deliver(long offset, String value, Map<String, String> headers) {
    AtomicReference<String> last = new AtomicReference<>();
    try {
      process.await(
          "204",
          START,
          () -> {
            HttpResponse<String> answer = post(offset, value, headers);
            last.set(answer.body());
            return answer.statusCode() == NO_CONTENT;
          });
    } catch (IllegalStateException late) {
      throw new IllegalStateException("the last answer was " + last, late);
    }
  }

  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return HTTP.send(request(path).build(), HttpResponse.BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(address + path)).timeout(START);
  }

  /** Asks it to end, and waits for that. */
  void stop() {
    process.stop(START);
  }

  @Override
  public void close() {
    process.close();
  }
}
