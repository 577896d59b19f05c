package org.mlanalytics.docs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The demo as users start it, after its night: what {@code ./demo} leaves up until Ctrl-C. */
final class RunningDemo implements AutoCloseable {

  static final String DATE = LocalDate.now(ZoneId.of("Asia/Kolkata")).toString();

  private static final int QUIET_LOOKS = 4;
  private static final Duration START = Duration.ofMinutes(5);
  private static final Duration NIGHT = Duration.ofMinutes(2);
  private static final Pattern READY = Pattern.compile("Functions ready at (\\S+)");
  private static final Pattern FILES =
      Pattern.compile(
          "files +(\\S+)/files, with -H 'Authorization: Bearer (\\S+)', such as (\\S+)");
  private static final Set<String> FINAL = Set.of("SUCCEEDED", "FAILED", "SKIPPED", "CANCELLED");

  private final HttpClient http = HttpClient.newHttpClient();
  private final ObjectMapper json = new ObjectMapper();
  private final Path output;
  private final Process process;
  private final String url;
  private final Matcher files;

  private RunningDemo(Path output, Process process) throws Exception {
    this.output = output;
    this.process = process;
    try {
      await("the demo", START, () -> text().contains("Everything stays up"));
      Matcher ready = READY.matcher(text());
      files = FILES.matcher(text());
      if (!ready.find() || !files.find()) {
        throw new IllegalStateException(text());
      }
      this.url = ready.group(1);
    } catch (Exception notStarted) {
      process.destroy();
      throw notStarted;
    }
  }

  /**
   * Starts it in a directory.
   *
   * @param directory below a build directory
   */
  static RunningDemo start(Path directory) throws Exception {
    Path night = Repository.file("infra/local/night/target");
    String classPath =
        night.resolve("classes")
            + ":"
            + Repository.text(night.resolve("runtime.classpath")).strip();
    Files.createDirectories(directory);
    Path output = directory.resolve("demo.log");
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx512m",
            "-cp",
            classPath,
            "org.mlanalytics.local.night.Demo",
            "--date",
            DATE,
            "--data",
            directory.resolve("data").toString());
    Process process =
        new ProcessBuilder(command)
            .directory(Repository.ROOT.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    return new RunningDemo(output, process);
  }

  /** Address of the functions. */
  String url() {
    return url;
  }

  /** What an address answers. */
  JsonNode get(String path) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(URI.create(url + path)).build();
    return json.readTree(http.send(request, HttpResponse.BodyHandlers.ofString()).body());
  }

  /** The id of the night's run of a function. */
  String run(String function) throws IOException, InterruptedException {
    return get("/runs?businessDate=" + DATE + "&function=" + function).path(0).path("id").asText();
  }

  /**
   * Waits until nothing goes on any more and the night is published, seen several times in a row.
   */
  void awaitQuiet() throws Exception {
    int[] inARow = {0};
    await(
        "the end of all runs",
        NIGHT,
        () -> {
          inARow[0] = isQuiet() ? inARow[0] + 1 : 0;
          return inARow[0] == QUIET_LOOKS;
        });
  }

  private boolean isQuiet() throws IOException, InterruptedException {
    JsonNode night = get("/pipelines/projects/" + DATE);
    boolean published = false;
    for (JsonNode run : night.path("runs")) {
      if (!isFinal(run)) {
        return false;
      }
      published |=
          run.path("function").asText().equals("publish-projects")
              && run.path("generation").equals(night.path("generation"));
    }
    for (JsonNode purge : get("/runs?function=purge-projects")) {
      if (!isFinal(purge)) {
        return false;
      }
    }
    return published && night.path("due").asBoolean();
  }

  private static boolean isFinal(JsonNode run) {
    return FINAL.contains(run.path("state").asText());
  }

  /** What it has written so far. */
  String text() {
    return Repository.text(output);
  }

  private void await(String what, Duration limit, Callable<Boolean> condition) throws Exception {
    Instant end = Instant.now().plus(limit);
    while (!condition.call()) {
      if (Instant.now().isAfter(end) || !process.isAlive()) {
        throw new IllegalStateException("no sign of " + what + ":\n" + text());
      }
      Thread.sleep(200);
    }
  }

  /** Runs a script with the variables that the pages name. */
  Result execute(Path script, String run, String program) throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder("bash", script.toString()).redirectErrorStream(true);
    builder
        .environment()
        .putAll(Map.of("TOPIC", "dev.ml.survey.raw", "REASON", "no-matching-option"));
    builder
        .environment()
        .putAll(
            Map.of(
                "FUNCTIONS",
                url,
                "DATE",
                DATE,
                "PROGRAM",
                program,
                "RUN",
                run,
                "USER",
                "runbook",
                "FILES",
                files.group(1),
                "TOKEN",
                files.group(2),
                "FILE",
                files.group(3)));
    Process shell = builder.start();
    String answer = new String(shell.getInputStream().readAllBytes());
    return new Result(shell.waitFor(), answer);
  }

  /**
   * What a script did.
   *
   * @param code its exit code
   * @param answer what it wrote
   */
  record Result(int code, String answer) {}

  @Override
  public void close() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(20, TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
  }
}
