package org.mlanalytics.local.night;

import com.fasterxml.jackson.databind.JsonNode;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.bson.Document;
import org.mlanalytics.local.DruidSql;
import org.mlanalytics.local.LocalServers;
import org.mlanalytics.local.StreamTopics;
import org.mlanalytics.local.Topics;
import org.mlanalytics.local.data.ProjectGenerator;
import org.mlanalytics.local.data.SampleDocuments;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Starts real servers, loads documents, runs a night, and shows what came of it. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Runs a night on this machine: MongoDB, Kafka, Redis and Apache Druid are started from Maven",
      "artifacts, documents are loaded, submissions are sent; files of alarms are named by HTTP, Kafka,",
      "Redis and the command line, and what came of them is shown at the end. The functions of nights and streams",
      "run in one process, that of files in another.",
      "Set MONGODB_URI, KAFKA_BOOTSTRAP_SERVERS or DRUID_URL to use servers of your own."
    })
public final class Demo implements Callable<Integer> {

  @Option(
      names = {"-n", "--projects"},
      paramLabel = "N",
      description = "Load N generated projects beside the samples (default: ${DEFAULT-VALUE}).")
  private int projects = 0;

  @Option(
      names = "--date",
      paramLabel = "DATE",
      description = "Business date of the night, yyyy-MM-dd (default: today in Asia/Kolkata).")
  private LocalDate date;

  @Option(names = "--once", description = "End after the table instead of leaving everything up.")
  private boolean once;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Directory of all data; emptied at the start (default: ${DEFAULT-VALUE}).")
  private Path data = Path.of("data", "demo");

  @Option(
      names = "--limit",
      paramLabel = "MINUTES",
      description = "Give up when the night takes longer (default: ${DEFAULT-VALUE}).")
  private int minutes = 60;

  private static final String ENV = "dev";

  /** The areas, and the functions that open their nights. */
  private static final Map<String, String> OPENERS =
      new TreeMap<>(
          Map.of(
              "projects", "gather-programs",
              "observations", "observation-status",
              "surveys", "survey-status"));

  private final PrintStream out = System.out;

  /** Runs the demo; the exit code is 0 when everything succeeded. */
  public static void main(String[] args) {
    System.exit(new CommandLine(new Demo()).execute(args));
  }

  @Override
  public Integer call() throws Exception {
    DemoDirectory.empty(data);
    try (LocalServers servers =
        LocalServers.builder()
            .withAll()
            .withRedis()
            .dataDir(data.toAbsolutePath())
            .persistent(true)
            .environment(System.getenv())
            .progress(out::println)
            .start()) {
      NightTopics.create(servers.kafkaBootstrap());
      Topics.create(servers.kafkaBootstrap(), StreamTopics.of(ENV));
      load(servers);
      try (FunctionProcess suite = suite(servers);
          FilesDemo files = new FilesDemo(servers, ENV, data.toAbsolutePath(), out)) {
        out.println("Functions ready at " + suite.api().url());
        StreamDemo stream = new StreamDemo(suite.api(), servers, ENV, out);
        stream.begin();
        files.begin();
        boolean good = night(suite.api(), servers);
        stream.show(Duration.ofMinutes(minutes));
        good &= files.show(Duration.ofMinutes(minutes));
        if (!once) {
          stayUp(suite, files, servers);
        }
        return good ? 0 : 1;
      }
    }
  }

  private void load(LocalServers servers) throws IOException {
    try (MongoClient client = MongoClients.create(servers.mongoUri())) {
      MongoDatabase database = client.getDatabase("ml-survey");
      Map<String, Integer> loaded = SampleDocuments.bundled().loadInto(database);
      out.println("Loaded samples " + loaded);
      if (projects > 0) {
        ProjectGenerator generator = ProjectGenerator.of(projects);
        generator.insertInto(database.getCollection("projects", Document.class));
        out.printf(
            "Loaded %d generated projects of %d programs%n",
            projects, generator.matchingProjects().size());
      }
    }
  }

  private FunctionProcess suite(LocalServers servers) throws IOException {
    Map<String, String> settings = new HashMap<>();
    settings.put("MLA_GATHER_PROGRAMS_CRON", "off");
    settings.put("MLA_OBSERVATION_STATUS_CRON", "off");
    settings.put("MLA_SURVEY_STATUS_CRON", "off");
    settings.put("MLA_SETTLE_PUBLICATIONS_EVERY", "1s");
    settings.put("MLA_APPLY_SUPERVISORS_PERIOD", "1s");
    Path logs = Files.createDirectories(data.toAbsolutePath().resolve("logs"));
    return FunctionProcess.start(
        PackagedFunctions.SUITE, servers, logs.resolve("functions.log"), settings);
  }

  private boolean night(FunctionsApi api, LocalServers servers) throws IOException {
    long start = System.nanoTime();
    List<Night> nights = new ArrayList<>();
    for (Map.Entry<String, String> opener : OPENERS.entrySet()) {
      nights.add(new Night(api, opener.getKey(), open(api, opener.getValue())));
    }
    List<JsonNode> pipelines = new ArrayList<>();
    for (Night night : nights) {
      pipelines.add(night.watch(Duration.ofMinutes(minutes), out));
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    for (int i = 0; i < nights.size(); i++) {
      NightTable.print(out, pipelines.get(i), nights.get(i).rejects(pipelines.get(i)));
    }
    boolean good = pipelines.stream().allMatch(Night::succeeded);
    if (good) {
      printDruid(servers, pipelines);
    }
    out.printf("The night took %.1f s.%n", seconds);
    return good;
  }

  private String open(FunctionsApi api, String function) throws IOException {
    Map<String, String> request = new HashMap<>();
    request.put("function", function);
    request.put("requestedBy", "demo");
    if (date != null) {
      request.put("businessDate", date.toString());
    }
    return api.run(request).body().path("run").path("businessDate").asText();
  }

  private void printDruid(LocalServers servers, List<JsonNode> pipelines) throws IOException {
    DruidSql druid = new DruidSql(servers.druidUrl());
    // grouped twice, because COUNT(DISTINCT ...) of Druid is an estimate
    String sql =
        "SELECT program_name, SUM(task_rows) AS \"rows\", COUNT(*) AS projects FROM (SELECT program_name,"
            + " project_id, COUNT(*) AS task_rows FROM \"sl-project\" GROUP BY 1, 2)"
            + " GROUP BY 1 ORDER BY 2 DESC LIMIT 10";
    out.println();
    out.println(sql);
    NightTable.printRows(out, druid.rows(sql));
    out.println();
    List<Map<String, Object>> rows = new ArrayList<>();
    for (JsonNode pipeline : pipelines) {
      for (JsonNode step : pipeline.path("publications")) {
        String dataset = step.path("dataset").asText();
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("datasource", dataset);
        row.put("rows", druid.number("SELECT COUNT(*) FROM \"" + dataset + '"'));
        rows.add(row);
      }
    }
    NightTable.printRows(out, rows);
    out.println();
  }

  private void stayUp(FunctionProcess suite, FilesDemo files, LocalServers servers)
      throws InterruptedException {
    out.println("Everything stays up until Ctrl-C:");
    out.println("  functions  " + suite.api().url() + "/pipelines, /supervisors");
    out.println("  files      " + files.access());
    out.println("  Druid      " + servers.druidUrl() + "/druid/v2/sql");
    out.println("  MongoDB    " + servers.mongoUri());
    out.println("  Kafka      " + servers.kafkaBootstrap());
    out.println("  Redis      " + servers.redis().orElseThrow().address());
    out.println("  objects    " + servers.objectStore());
    out.println("Repeat the night:");
    out.println(
        "  curl -H 'Content-Type: application/json' "
            + suite.api().url()
            + "/runs -d '{\"function\":\"gather-programs\",\"policy\":\"force\"}'");
    new CountDownLatch(1).await();
  }
}
