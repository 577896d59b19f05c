package org.mlanalytics.local.night;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.mlanalytics.local.Await;
import org.mlanalytics.local.DruidSql;
import org.mlanalytics.local.FileTopics;
import org.mlanalytics.local.LocalServers;
import org.mlanalytics.local.Topics;
import org.mlanalytics.local.data.SampleFiles;

/** Files that are named in every way that there is, and what came of them. */
final class FilesDemo implements AutoCloseable {

  private static final String TENANT = "demo";
  private static final String DATABASE = "ml-files-" + TENANT;
  private static final int TOKEN_BYTES = 32;
  private static final Set<String> ENDS = Set.of("INGESTED", "REJECTED", "FAILED", "CANCELLED");

  /** A request, in the order in which they are shown. */
  private record Sample(String name, FileEntry entry, String file, String schema) {}

  private static final List<Sample> SAMPLES =
      List.of(
          new Sample("alarms", FileEntry.HTTP, SampleFiles.ALARMS, "bts-alarms"),
          new Sample("events", FileEntry.KAFKA, SampleFiles.EVENTS, "bts-events"),
          new Sample("redis-alarms", FileEntry.REDIS, SampleFiles.ALARMS, "bts-alarms"),
          new Sample("cli-events", FileEntry.COMMAND_LINE, SampleFiles.EVENTS, "bts-events"));

  private final ObjectMapper json = new ObjectMapper();
  private final LocalServers servers;
  private final PrintStream out;
  private final DruidSql druid;
  private final SampleFiles files;
  private final String token;
  private final FunctionProcess worker;
  private final FunctionsApi api;
  private final FileEntries entries;

  FilesDemo(LocalServers servers, String env, Path data, PrintStream out) throws IOException {
    this.servers = servers;
    this.out = out;
    this.druid = new DruidSql(servers.druidUrl());
    this.files = new SampleFiles();
    this.token = randomToken();
    Topics.create(servers.kafkaBootstrap(), FileTopics.of(env));
    Path tokens = data.resolve("tokens");
    Files.writeString(tokens, TENANT + ":" + sha256(token) + "\n");
    this.worker =
        FunctionProcess.start(
            PackagedFunctions.INGEST_FILE_REDIS,
            servers,
            data.resolve("logs").resolve(PackagedFunctions.INGEST_FILE_REDIS + ".log"),
            Map.of(
                "MLA_FILES_TOKENS",
                tokens.toString(),
                "MLA_FILES_QUEUE_TENANT",
                TENANT,
                "QUARKUS_REDIS_HOSTS",
                servers.redis().orElseThrow().address(),
                "MLA_FILES_FETCH_SCHEMES",
                "http",
                "MLA_FILES_FETCH_HOSTS",
                "127.0.0.1",
                "MLA_FILES_FETCH_PORTS",
                String.valueOf(files.port()),
                "MLA_FILES_FETCH_PERMITTED_NETWORKS",
                "127.0.0.1/32"));
    this.api = worker.api().withToken(token);
    this.entries = new FileEntries(servers, env, api, token);
  }

  /** Names the files. */
  void begin() throws Exception {
    for (Sample sample : SAMPLES) {
      entries.send(sample.entry(), request(sample));
    }
    out.printf(
        "Named %d files of tenant %s for %s at %s%n",
        SAMPLES.size(), TENANT, PackagedFunctions.INGEST_FILE_REDIS, api.url());
  }

  /**
   * Waits until all are loaded, and shows them.
   *
   * @return whether all were
   */
  boolean show(Duration limit) throws IOException {
    List<Map<String, Object>> rows = new ArrayList<>();
    List<String> aside = new ArrayList<>();
    boolean good = true;
    try (MongoClient mongo = MongoClients.create(servers.mongoUri())) {
      for (Sample sample : SAMPLES) {
        JsonNode status = ended(sample, limit);
        good &= status.path("state").asText().equals("INGESTED");
        for (JsonNode load : status.path("loads")) {
          rows.add(row(sample, load, mongo));
        }
        aside.addAll(quarantine(sample, status.path("loads").path(0)));
      }
    }
    NightTable.printRows(out, rows);
    aside.forEach(out::println);
    out.println();
    return good;
  }

  private Map<String, Object> row(Sample sample, JsonNode load, MongoClient mongo)
      throws IOException {
    boolean inDruid = load.path("target").asText().startsWith("druid:");
    long stored =
        inDruid
            ? druid.number("SELECT COUNT(*) FROM \"file." + TENANT + '.' + sample.name() + '"')
            : mongo.getDatabase(DATABASE).getCollection(sample.name()).countDocuments();
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("file", sample.file());
    row.put("named by", sample.entry());
    row.put("target", load.path("target").asText());
    row.put("state", load.path("state").asText());
    row.put("rows", load.path("rows").asLong());
    row.put("put aside", load.path("quarantined").asLong());
    row.put("stored", stored);
    row.put("report", load.path("reportPage").asText());
    return row;
  }

  /** The address of the function, the token that its tenant has, and a file that it may fetch. */
  String access() {
    return "%s/files, with -H 'Authorization: Bearer %s', such as %s"
        .formatted(api.url(), token, files.address(SampleFiles.ALARMS));
  }

  @Override
  public void close() throws IOException {
    worker.close();
    files.close();
  }

  private String request(Sample sample) throws IOException {
    return json.writeValueAsString(
        Map.of(
            "requestId",
            sample.name(),
            "uri",
            files.address(sample.file()),
            "schema",
            sample.schema(),
            "target",
            List.of("mongo:" + sample.name(), "druid:" + sample.name())));
  }

  private JsonNode ended(Sample sample, Duration limit) {
    JsonNode[] status = new JsonNode[1];
    Await.until(
        "the end of " + sample.file(),
        limit,
        () -> {
          status[0] = api.get("/files/" + sample.name()).body();
          return ENDS.contains(status[0].path("state").asText());
        });
    return status[0];
  }

  private List<String> quarantine(Sample sample, JsonNode load) throws IOException {
    if (!load.has("quarantine")) {
      return List.of();
    }
    byte[] packed = api.bytes(load.path("quarantine").asText());
    List<String> lines = new ArrayList<>();
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
      for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
        JsonNode row = json.readTree(line);
        List<String> reasons = new ArrayList<>();
        row.path("reasons").forEach(reason -> reasons.add(reason.path("code").asText()));
        lines.add(
            "put aside: %s by %s, line %d: %s"
                .formatted(
                    sample.file(),
                    sample.entry(),
                    row.path("line").asLong(),
                    String.join(", ", reasons)));
      }
    }
    return lines;
  }

  private static String randomToken() {
    byte[] bytes = new byte[TOKEN_BYTES];
    new SecureRandom().nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException everyPlatformHasIt) {
      throw new IllegalStateException(everyPlatformHasIt);
    }
  }
}
