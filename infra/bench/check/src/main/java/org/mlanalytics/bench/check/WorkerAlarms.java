package org.mlanalytics.bench.check;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.mlanalytics.local.ChildJvm;
import org.mlanalytics.local.LocalServers;
import org.mlanalytics.local.Ports;
import org.mlanalytics.local.Topics;

/**
 * A packaged worker in a heap of 128 MB: it fetches a file from a web server, lands it, checks it
 * and loads its good rows into a topic of a real broker. Prints rows and good rows.
 */
public final class WorkerAlarms {

  private static final Duration LIMIT = Duration.ofMinutes(30);
  private static final String TOKEN = "bench-token".repeat(5);
  private static final Pattern LOADED =
      Pattern.compile("\"rows\":(\\d+),\"quarantined\":\\d+,\"loaded\":(\\d+)");
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private WorkerAlarms() {}

  /**
   * Arguments: the file, the program's {@code quarkus-run.jar}, where the time goes: seconds from
   * the request to its end, CPU seconds of the process in user and (0) system mode, KiB resident.
   */
  public static void main(String[] args) throws Exception {
    Path directory = Files.createTempDirectory("bench-worker");
    HttpServer web = serve(Path.of(args[0]));
    try (LocalServers servers =
        LocalServers.builder().withKafka().withMongo().dataDir(directory).environment(Map.of()).start()) {
      Stream.of("high", "normal", "low")
          .map("dev.ml.files."::concat)
          .forEach(topic -> Topics.create(servers.kafkaBootstrap(), Map.of(topic, 1, topic + ".dlq", 1)));
      Topics.create(
          servers.kafkaBootstrap(),
          Map.of("dev.ml.ingestion.steps", 1, "dev.ml.ingestion.steps.dlq", 1, "dev.ml.file-rows.bench.alarms", 2));
      int port = Ports.free();
      try (ChildJvm worker = launch(Path.of(args[1]), directory, servers, port, web.getAddress().getPort())) {
        String url = "http://127.0.0.1:" + port;
        worker.await("ready", LIMIT, () -> get(url + "/q/health/ready").statusCode() == 200);
        long began = System.nanoTime();
        submit(url, "http://127.0.0.1:" + web.getAddress().getPort() + "/alarms.csv");
        Matcher[] loaded = new Matcher[1];
        worker.await("loaded", LIMIT, () -> (loaded[0] = ended(url)) != null);
        double seconds = (System.nanoTime() - began) / 1e9;
        Files.writeString(
            Path.of(args[2]),
            String.format(Locale.ROOT, "%.2f %.2f 0 %s", seconds, cpu(worker.pid()), resident(worker.pid())));
        System.out.println(loaded[0].group(1) + " " + loaded[0].group(2));
      }
    } finally {
      web.stop(0);
    }
  }

  private static HttpServer serve(Path file) throws IOException {
    HttpServer web =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    web.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(200, Files.size(file));
          try (OutputStream body = exchange.getResponseBody()) {
            Files.copy(file, body);
          }
        });
    web.start();
    return web;
  }

  private static ChildJvm launch(
      Path program, Path directory, LocalServers servers, int port, int webPort) throws Exception {
    Path tokens = directory.resolve("tokens");
    byte[] digest =
        MessageDigest.getInstance("SHA-256").digest(TOKEN.getBytes(StandardCharsets.UTF_8));
    Files.writeString(tokens, "bench:" + HexFormat.of().formatHex(digest));
    return ChildJvm.builder("worker")
        .jar(program)
        .directory(directory.resolve("worker"))
        .jvmArguments(List.of("-Xmx128m", "-XX:+UseSerialGC"))
        .environment("MLA_HTTP_PORT", String.valueOf(port))
        .environment("MLA_OBJECTS_DIRECTORY", servers.objectStore().toString())
        .environment("MONGODB_URI", servers.mongoUri())
        .environment("KAFKA_BOOTSTRAP_SERVERS", servers.kafkaBootstrap())
        .environment("MLA_FILES_TOKENS", tokens.toString())
        .environment("MLA_FILES_QUEUE_TENANT", "bench")
        .environment("MLA_FILES_FETCH_SCHEMES", "http")
        .environment("MLA_FILES_FETCH_HOSTS", "127.0.0.1")
        .environment("MLA_FILES_FETCH_PORTS", String.valueOf(webPort))
        .environment("MLA_FILES_FETCH_PERMITTED_NETWORKS", "127.0.0.1/32")
        .environment("MLA_FILES_CHECK_MAX_UNIQUE_KEYS", "3000000")
        .start();
  }

  private static void submit(String url, String file) throws Exception {
    String request =
        "{\"requestId\":\"bench\",\"uri\":\"%s\",\"schema\":\"bts-alarms\",\"target\":[\"kafka:alarms\"]}"
            .formatted(file);
    HttpResponse<String> answer =
        HTTP.send(
            authorized(url + "/files")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(request))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != 202) {
      throw new IllegalStateException(answer.statusCode() + " " + answer.body());
    }
  }

  /** Rows read and loaded when the request has ended, else null. */
  private static Matcher ended(String url) throws IOException {
    String status = get(url + "/files/bench").body();
    if (status.contains("\"FAILED\"") || status.contains("\"REJECTED\"")) {
      throw new IllegalStateException(status);
    }
    Matcher loaded = LOADED.matcher(status);
    return status.contains("\"INGESTED\"") && loaded.find() ? loaded : null;
  }

  private static HttpResponse<String> get(String url) throws IOException {
    try {
      return HTTP.send(authorized(url).GET().build(), HttpResponse.BodyHandlers.ofString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static HttpRequest.Builder authorized(String url) {
    return HttpRequest.newBuilder(URI.create(url)).header("Authorization", "Bearer " + TOKEN);
  }

  private static double cpu(long pid) {
    return ProcessHandle.of(pid).orElseThrow().info().totalCpuDuration().orElseThrow().toMillis() / 1e3;
  }

  private static String resident(long pid) throws IOException {
    try (Stream<String> lines = Files.lines(Path.of("/proc/" + pid + "/status"))) {
      return lines
          .filter(line -> line.startsWith("VmHWM:"))
          .map(line -> line.replaceAll("\\D", ""))
          .findFirst()
          .orElseThrow();
    }
  }
}
