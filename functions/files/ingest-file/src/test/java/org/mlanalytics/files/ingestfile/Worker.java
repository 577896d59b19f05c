package org.mlanalytics.files.ingestfile;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.mlanalytics.local.ChildJvm;
import org.mlanalytics.local.ChildJvmBuilder;
import org.mlanalytics.local.LocalServers;
import org.mlanalytics.local.Ports;

/** The packaged function as a process of its own, with its HTTP entry. */
final class Worker implements AutoCloseable {

  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private static final List<String> JVM_ARGUMENTS =
      List.of("-Xmx128m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

  private final ChildJvm process;
  private final String url;

  private Worker(ChildJvm process, String url) {
    this.process = process;
    this.url = url;
  }

  static Worker launch(
      String program,
      LocalServers servers,
      Path directory,
      Map<String, String> settings,
      List<String> arguments) {
    int port = Ports.free();
    List<String> all = new ArrayList<>(JVM_ARGUMENTS);
    all.addAll(arguments);
    ChildJvmBuilder builder =
        ChildJvm.builder("ingest-file")
            .jar(existing("functions/files/" + program + "/target/quarkus-app/quarkus-run.jar"))
            .directory(directory)
            .jvmArguments(all)
            .property("kafka.session.timeout.ms", "6000")
            .property("kafka.heartbeat.interval.ms", "1500")
            .environment("MLA_HTTP_PORT", String.valueOf(port))
            .environment("MLA_OBJECTS_DIRECTORY", servers.objectStore().toString())
            .environment("MONGODB_URI", servers.mongoUri())
            .environment("KAFKA_BOOTSTRAP_SERVERS", servers.kafkaBootstrap());
    servers
        .redis()
        .ifPresent(
            redis ->
                builder
                    .environment("QUARKUS_REDIS_HOSTS", redis.address())
                    .environment("MLA_FILES_REDIS_WORKER_TIMEOUT", "3s"));
    settings.forEach(builder::environment);
    return new Worker(builder.start(), "http://127.0.0.1:" + port);
  }

  /** The argument that makes a worker die at a step. */
  static String dieAt(String step) {
    return "-javaagent:" + existing("infra/local/killpoint/target/killpoint.jar") + "=" + step;
  }

  String url() {
    return url;
  }

  ChildJvm process() {
    return process;
  }

  void awaitReady() {
    process.await(
        url + " is ready",
        Duration.ofSeconds(120),
        () -> get("/q/health/ready", null).statusCode() == 200);
  }

  HttpResponse<String> get(String path, String token) throws IOException {
    return send(request(path, token).GET(), HttpResponse.BodyHandlers.ofString());
  }

  HttpResponse<String> post(String path, String token, String body) throws IOException {
    return send(
        request(path, token)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body)),
        HttpResponse.BodyHandlers.ofString());
  }

  /** The lines of an address that serves them packed. */
  List<String> unpacked(String path, String token) throws IOException {
    try (InputStream in =
        send(request(path, token).GET(), HttpResponse.BodyHandlers.ofInputStream()).body()) {
      return new String(new GZIPInputStream(in).readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .toList();
    }
  }

  /** The rows of a load that were put aside: line and first reason. */
  Map<Integer, String> quarantine(JsonNode load) throws IOException {
    Map<Integer, String> byLine = new TreeMap<>();
    for (String line : unpacked(load.get("quarantine").asText(), FilesInstallation.TOKEN)) {
      JsonNode row = FilesInstallation.json(line);
      byLine.put(row.get("line").asInt(), row.get("reasons").get(0).get("code").asText());
    }
    return byLine;
  }

  @Override
  public void close() {
    process.close();
  }

  private HttpRequest.Builder request(String path, String token) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + path));
    return token == null ? request : request.header("Authorization", "Bearer " + token);
  }

  private static <T> HttpResponse<T> send(
      HttpRequest.Builder request, HttpResponse.BodyHandler<T> handler) throws IOException {
    try {
      return CLIENT.send(request.build(), handler);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static Path existing(String path) {
    Path root = Path.of("").toAbsolutePath();
    while (!Files.exists(root.resolve("mvnw"))) {
      root = root.getParent();
    }
    Path file = root.resolve(path);
    if (!Files.exists(file)) {
      throw new IllegalStateException("not built: " + file);
    }
    return file;
  }
}
