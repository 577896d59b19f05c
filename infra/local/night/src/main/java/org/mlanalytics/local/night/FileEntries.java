package org.mlanalytics.local.night;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.mlanalytics.local.LocalServers;
import org.mlanalytics.local.RedisNode;

/** The ways by which requests come in, each as its users take it. */
final class FileEntries {

  private static final String LIST = "ml:files:normal";
  private static final String MAIN = "org.mlanalytics.files.cli.Ingest";

  private final LocalServers servers;
  private final String env;
  private final FunctionsApi api;
  private final String token;

  FileEntries(LocalServers servers, String env, FunctionsApi api, String token) {
    this.servers = servers;
    this.env = env;
    this.api = api;
    this.token = token;
  }

  /** Sends a request, and returns when it is taken. */
  void send(FileEntry entry, String request) throws Exception {
    switch (entry) {
      case HTTP -> api.post("/files", "application/json", request);
      case KAFKA -> produce(request);
      case REDIS -> push(servers.redis().orElseThrow(), request);
      case COMMAND_LINE -> command(new ObjectMapper().readTree(request));
    }
  }

  private void produce(String request) throws Exception {
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", servers.kafkaBootstrap()),
            new StringSerializer(),
            new StringSerializer())) {
      producer.send(new ProducerRecord<>(env + ".ml.files.normal", request)).get();
    }
  }

  /** A plain push, which needs no client. */
  private static void push(RedisNode redis, String request) throws IOException {
    StringBuilder command = new StringBuilder("*3\r\n");
    for (String part : List.of("LPUSH", LIST, request)) {
      int length = part.getBytes(StandardCharsets.UTF_8).length;
      command.append('$').append(length).append("\r\n").append(part).append("\r\n");
    }
    URI address = URI.create(redis.address());
    try (Socket socket = new Socket(address.getHost(), address.getPort())) {
      socket.getOutputStream().write(command.toString().getBytes(StandardCharsets.UTF_8));
      if (socket.getInputStream().read() != ':') {
        throw new IOException("Redis does not take the request");
      }
    }
  }

  private void command(JsonNode request) throws IOException, InterruptedException {
    Path module = PackagedFunctions.commandLine();
    String classPath =
        module.resolve("classes")
            + File.pathSeparator
            + Files.readString(module.resolve("runtime.classpath")).strip();
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classPath,
                MAIN,
                "submit",
                "--uri",
                request.path("uri").asText(),
                "--id",
                request.path("requestId").asText(),
                "--schema",
                request.path("schema").asText()));
    request.path("target").forEach(target -> command.addAll(List.of("--target", target.asText())));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(Map.of("MLA_FILES_URL", api.url(), "MLA_FILES_TOKEN", token));
    builder.environment().remove("MLA_FILES_TOKEN_FILE");
    Process process = builder.start();
    String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException("the command line fails: " + told);
    }
  }
}
