package org.mlanalytics.local.night;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.UUID;
import org.bson.Document;
import org.mlanalytics.local.Await;
import org.mlanalytics.local.DruidHttp;
import org.mlanalytics.local.DruidSql;
import org.mlanalytics.local.DruidTasks;
import org.mlanalytics.local.LocalServers;
import org.mlanalytics.local.StreamTopics;
import org.mlanalytics.local.Topics;
import org.mlanalytics.local.data.SampleDocuments;
import org.mlanalytics.local.data.SampleSubmissions;

/**
 * An installation of a test, on the shared servers unless it brings its own: topics and databases
 * of its own, and an {@code sl-project} that nobody else uses meanwhile.
 */
final class Installation implements AutoCloseable {

  static final String DATE = "2023-07-11";

  /** Exit status of a process that was halted at a kill point, as after SIGKILL. */
  private static final int HALTED = 137;

  static final Duration LIMIT = Duration.ofSeconds(90);

  private static final int PARTITIONS = 12;

  private final LocalServers servers;
  private final String env = "it" + UUID.randomUUID().toString().substring(0, 8);
  private final Path logs = SharedServers.directory("logs");
  private final MongoClient mongo;
  private final List<FunctionProcess> processes = new ArrayList<>();

  Installation() throws IOException {
    this(SharedServers.get());
  }

  Installation(LocalServers servers) throws IOException {
    this.servers = servers;
    this.mongo = MongoClients.create(servers.mongoUri());
    String steps = env + ".ml.ingestion.steps";
    Topics.create(servers.kafkaBootstrap(), Map.of(steps, PARTITIONS, steps + ".dlq", 1));
    new DruidSupervisors(servers.druidUrl()).remove();
    emptyDruid();
  }

  /** Puts the sample documents into the source. */
  Installation withSamples() throws IOException {
    SampleDocuments.bundled().loadInto(mongo.getDatabase(env + "-source"));
    return this;
  }

  /** Creates the topics of the stream functions. */
  Installation withStreamTopics() {
    Topics.create(servers.kafkaBootstrap(), StreamTopics.of(env));
    return this;
  }

  /** Sample submissions for its topics. */
  SampleSubmissions submissions() {
    return new SampleSubmissions(servers.kafkaBootstrap(), env);
  }

  /** First part of its topics. */
  String env() {
    return env;
  }

  MongoCollection<Document> projects() {
    return mongo.getDatabase(env + "-source").getCollection("projects");
  }

  MongoCollection<Document> ledger(String collection) {
    return mongo.getDatabase(env + "-ledger").getCollection(collection);
  }

  LocalServers servers() {
    return servers;
  }

  /** Starts a packaged function, or the suite, and waits until it is ready. */
  FunctionProcess start(String name, Map<String, String> settings) {
    FunctionProcess process = FunctionProcess.start(name, servers, nextLog(name), all(settings));
    processes.add(process);
    return process;
  }

  /** Starts a packaged function without waiting, see {@link #awaitReady}. */
  FunctionProcess launch(String name, Map<String, String> settings) {
    FunctionProcess process =
        FunctionProcess.launch(name, servers, nextLog(name), all(settings), List.of());
    processes.add(process);
    return process;
  }

  /** Waits until all processes are ready. */
  void awaitReady() {
    processes.forEach(FunctionProcess::awaitReady);
  }

  /**
   * Starts a packaged function, or the suite, with a step at which it will be halted, and does not
   * wait.
   *
   * @param killPoint {@code class#method@enter:n} or {@code class#method@exit:n}
   */
  FunctionProcess doomed(String name, String killPoint) {
    return doomed(name, killPoint, Map.of());
  }

  /** The same with settings. */
  FunctionProcess doomed(String name, String killPoint, Map<String, String> settings) {
    String agent = "-javaagent:" + PackagedFunctions.killPointAgent() + "=" + killPoint;
    FunctionProcess process =
        FunctionProcess.launch(
            name, servers, nextLog("doomed-" + name), all(settings), List.of(agent));
    processes.add(process);
    return process;
  }

  /** Starts a packaged function, or the suite, with a clock that is wrong, and does not wait. */
  FunctionProcess skewed(String name, Duration skew, Map<String, String> settings) {
    String agent = "-javaagent:" + PackagedFunctions.killPointAgent() + "=skew=" + skew;
    FunctionProcess process =
        FunctionProcess.launch(
            name, servers, nextLog("skewed-" + name), all(settings), List.of(agent));
    processes.add(process);
    return process;
  }

  /**
   * Starts the suite with a step at which it will be halted, lets it open its nights if there are
   * none, and waits for its death.
   *
   * @param openers functions that open nights
   */
  void dieAt(String step, String... openers) throws IOException {
    FunctionProcess doomed = doomed(PackagedFunctions.SUITE, step);
    Await.until(
        "ready, or dead at " + step,
        LIMIT,
        () -> !doomed.process().isAlive() || doomed.api().isReady());
    for (String opener : openers) {
      if (ledger("runs").countDocuments(new Document("function", opener)) == 0) {
        ask(doomed.api(), opener);
      }
    }
    OptionalInt status = doomed.process().awaitExit(LIMIT);
    assertEquals(OptionalInt.of(HALTED), status, "the night never came to " + step);
  }

  /** As a schedule does: nobody waits for the answer of a process that may die over it. */
  private static void ask(FunctionsApi api, String opener) {
    try {
      api.run(Map.of("function", opener, "businessDate", DATE));
    } catch (IOException died) {
      // that is what it was started for
    }
  }

  private Path nextLog(String name) {
    return logs.resolve(name + "-" + processes.size() + ".log");
  }

  private Map<String, String> all(Map<String, String> settings) {
    Map<String, String> all = new HashMap<>();
    all.put("MLA_ENV", env);
    all.put("MLA_MONGO_SOURCE_DATABASE", env + "-source");
    all.put("MLA_MONGO_LEDGER_DATABASE", env + "-ledger");
    all.put("MLA_GATHER_PROGRAMS_CRON", "off");
    all.put("MLA_OBSERVATION_STATUS_CRON", "off");
    all.put("MLA_SURVEY_STATUS_CRON", "off");
    all.put("MLA_SETTLE_PUBLICATIONS_EVERY", "1s");
    all.put("MLA_STREAM_ENABLED", "false");
    all.put("MLA_EVENTS_SWEEP_AFTER", "2s");
    all.put("MLA_LEASE_DURATION", "3s");
    all.put("MP_MESSAGING_INCOMING_STEPS_SESSION_TIMEOUT_MS", "2000");
    all.put("MP_MESSAGING_INCOMING_STEPS_HEARTBEAT_INTERVAL_MS", "500");
    all.putAll(settings);
    return all;
  }

  FunctionProcess suite() {
    return start(PackagedFunctions.SUITE, Map.of());
  }

  /** Opens a night, or asks for it again. */
  static FunctionsApi.Answer gather(FunctionsApi api, String policy) throws IOException {
    return api.run(Map.of("function", "gather-programs", "businessDate", DATE, "policy", policy));
  }

  /** Runs the whole night and returns its pipeline. */
  static JsonNode night(FunctionsApi api, String policy) throws IOException {
    FunctionsApi.Answer opened = gather(api, policy);
    if (opened.status() != 200) {
      throw new IllegalStateException("the night did not open: " + opened);
    }
    return new Night(api, DATE).await(LIMIT);
  }

  DruidSql sql() {
    return new DruidSql(servers.druidUrl());
  }

  /** Ids of the Druid tasks that this installation has sent. */
  List<String> tasks() throws IOException {
    return tasks("sl-project");
  }

  /** Ids of the tasks for a datasource that this installation has sent. */
  List<String> tasks(String datasource) throws IOException {
    return new DruidTasks(servers.druidUrl())
        .ofDatasource(datasource).stream()
            .map(DruidTasks.Task::id)
            .filter(id -> id.startsWith("mla-" + env + "-"))
            .sorted()
            .toList();
  }

  /** All rows of {@code sl-project} as Druid returns them, nulls left out, in a fixed order. */
  List<Map<String, Object>> rows() throws IOException {
    return rows("sl-project");
  }

  /** All rows of a datasource as Druid returns them, nulls left out, in a fixed order. */
  List<Map<String, Object>> rows(String datasource) throws IOException {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (Map<String, Object> row : sql().rows("SELECT * FROM \"" + datasource + '"')) {
      Map<String, Object> present = new TreeMap<>(row);
      present.remove("__time");
      present.values().removeIf(Objects::isNull);
      rows.add(present);
    }
    rows.sort(Comparator.comparing(Object::toString));
    return rows;
  }

  private void emptyDruid() throws IOException {
    for (Map<String, Object> used :
        sql().rows("SELECT DISTINCT datasource FROM sys.segments WHERE is_active = 1")) {
      new DruidHttp(servers.druidUrl())
          .delete("/druid/coordinator/v1/datasources/" + used.get("datasource"));
    }
    Await.until("an empty Druid", LIMIT, this::isDruidEmpty);
  }

  private boolean isDruidEmpty() throws IOException {
    return sql().rows("SELECT segment_id FROM sys.segments WHERE is_active = 1").isEmpty();
  }

  @Override
  public void close() throws IOException {
    for (FunctionProcess process : processes) {
      process.close();
    }
    mongo.close();
  }
}
