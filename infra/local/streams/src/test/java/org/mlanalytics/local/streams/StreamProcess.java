package org.mlanalytics.local.streams;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.mlanalytics.local.ChildJvm;
import org.mlanalytics.local.ChildJvmBuilder;
import org.mlanalytics.local.Ports;

/** A packaged stream function as a process of its own. */
final class StreamProcess implements AutoCloseable {

  private static final Duration LIMIT = Duration.ofSeconds(90);
  private static final Duration ANSWER = Duration.ofSeconds(2);
  private static final int OK = 200;
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private static final List<String> JVM_ARGUMENTS =
      List.of("-Xmx128m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

  private final ChildJvm process;
  private final URI ready;

  private StreamProcess(ChildJvm process, URI ready) {
    this.process = process;
    this.ready = ready;
  }

  /** Starts a function without waiting. */
  static StreamProcess start(String function, Path log, Map<String, String> environment) {
    Path jar = Path.of(System.getProperty("streams.function").formatted(function)).normalize();
    if (!Files.exists(jar)) {
      throw new IllegalStateException(function + " is not packaged: " + jar + " is missing");
    }
    int port = Ports.free();
    ChildJvmBuilder builder =
        ChildJvm.builder(function)
            .jar(jar)
            .jvmArguments(JVM_ARGUMENTS)
            .environment("MLA_HTTP_PORT", String.valueOf(port))
            .log(log);
    environment.forEach(builder::environment);
    return new StreamProcess(
        builder.start(), URI.create("http://127.0.0.1:" + port + "/q/health/ready"));
  }

  /** Waits until it tells that it does not consume. */
  void awaitUnready() {
    process.await("not ready", LIMIT, () -> !isReady());
  }

  private boolean isReady() throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(ready).timeout(ANSWER).build();
    try {
      return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == OK;
    } catch (HttpTimeoutException late) {
      return false;
    }
  }

  /** Ends it at once, as a crash would. */
  void kill() {
    process.kill();
  }

  /** Asks it to end, and waits for that. */
  void stop() {
    process.stop(Duration.ofSeconds(30));
  }

  /** Whether it has not ended. */
  boolean isAlive() {
    return process.isAlive();
  }

  @Override
  public void close() {
    process.close();
  }
}
