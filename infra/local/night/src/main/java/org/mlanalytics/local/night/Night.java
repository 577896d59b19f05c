package org.mlanalytics.local.night;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.mlanalytics.local.Await;

/** A night of one area, seen through the HTTP entry. */
public final class Night {

  private static final Set<String> FINAL = Set.of("SUCCEEDED", "FAILED", "SKIPPED", "CANCELLED");

  private final FunctionsApi api;
  private final String area;
  private final String date;

  /** A night of projects. */
  public Night(FunctionsApi api, String date) {
    this(api, "projects", date);
  }

  /**
   * @param api any process that holds functions
   * @param area area of the pipeline
   * @param date business date
   */
  public Night(FunctionsApi api, String area, String date) {
    this.api = api;
    this.area = area;
    this.date = date;
  }

  /** The pipeline with its runs. */
  public JsonNode pipeline() throws IOException {
    return api.get("/pipelines/" + area + "/" + date).body();
  }

  /**
   * Waits for the night's end, telling the progress whenever it changes.
   *
   * @return the pipeline at its end
   */
  public JsonNode watch(Duration limit, PrintStream out) {
    return watch(limit, out, Night::hasEnded);
  }

  private JsonNode watch(Duration limit, PrintStream out, Predicate<JsonNode> ended) {
    String[] last = {""};
    JsonNode[] seen = new JsonNode[1];
    Await.until(
        "the end of the night",
        limit,
        () -> {
          seen[0] = pipeline();
          String line = line(seen[0]);
          if (!line.equals(last[0])) {
            out.println(line);
            last[0] = line;
          }
          return ended.test(seen[0]);
        });
    return seen[0];
  }

  /** Waits for the night's end without a word. */
  public JsonNode await(Duration limit) {
    return watch(limit, new PrintStream(PrintStream.nullOutputStream()));
  }

  /** Waits for the end of the main publication alone. */
  public JsonNode awaitPublication(Duration limit) {
    return watch(limit, new PrintStream(PrintStream.nullOutputStream()), Night::hasPublished);
  }

  /** Documents that the night's runs have put aside. */
  public List<JsonNode> rejects(JsonNode pipeline) throws IOException {
    List<JsonNode> all = new ArrayList<>();
    for (JsonNode run : pipeline.path("runs")) {
      JsonNode counts = run.path("counts");
      if (counts.path("excluded").asLong() + counts.path("malformed").asLong() > 0) {
        api.get("/rejects?run=" + run.path("id").asText()).body().forEach(all::add);
      }
    }
    return all;
  }

  /** Whether all publications of the current generation have ended, or cannot come. */
  public static boolean hasEnded(JsonNode pipeline) {
    return hasEnded(pipeline, pipeline.path("publications"));
  }

  /** Whether the main publication of the current generation has ended, or cannot come. */
  public static boolean hasPublished(JsonNode pipeline) {
    return hasEnded(pipeline, List.of(pipeline.at("/publications/0")));
  }

  private static boolean hasEnded(JsonNode pipeline, Iterable<JsonNode> publications) {
    if (pipeline.path("pending").size() > 0) {
      return false;
    }
    if (pipeline.path("failed").size() > 0 || pipeline.path("expected").asInt() == 0) {
      return !pipeline.path("id").isMissingNode();
    }
    for (JsonNode step : publications) {
      JsonNode run = run(pipeline, step);
      if (run.path("generation").asLong() != pipeline.path("generation").asLong()
          || !FINAL.contains(run.path("state").asText())) {
        return false;
      }
    }
    return true;
  }

  /** Whether every run has succeeded. */
  public static boolean succeeded(JsonNode pipeline) {
    for (JsonNode run : pipeline.path("runs")) {
      if (!run.path("state").asText().equals("SUCCEEDED")) {
        return false;
      }
    }
    return pipeline.path("runs").size() > 0;
  }

  /** The main publishing run; missing before it exists. */
  public static JsonNode publication(JsonNode pipeline) {
    return run(pipeline, pipeline.at("/publications/0"));
  }

  private static JsonNode run(JsonNode pipeline, JsonNode step) {
    for (JsonNode run : pipeline.path("runs")) {
      if (run.path("function").equals(step.path("function"))
          && run.path("scope").equals(step.path("scope"))) {
        return run;
      }
    }
    return MissingNode.getInstance();
  }

  private static String line(JsonNode pipeline) {
    long rows = 0;
    long rate = 0;
    for (JsonNode run : pipeline.path("runs")) {
      if (isExtraction(pipeline, run)) {
        rows += run.path("counts").path("written").asLong();
        rate += run.path("state").asText().equals("CLAIMED") ? rowsPerSecond(run) : 0;
      }
    }
    return "%s: scopes %d of %d%s, rows %,d%s, publications %s"
        .formatted(
            pipeline.path("area").asText(),
            pipeline.path("done").asInt(),
            pipeline.path("expected").asInt(),
            pipeline.path("failed").isEmpty() ? "" : ", failed " + pipeline.path("failed").size(),
            rows,
            rate == 0 ? "" : " (%,d a second)".formatted(rate),
            publications(pipeline));
  }

  private static boolean isExtraction(JsonNode pipeline, JsonNode run) {
    String scope = run.path("scope").asText();
    return run.path("dataset").equals(publication(pipeline).path("dataset"))
        && !scope.equals("*")
        && !scope.equals("publication");
  }

  private static String publications(JsonNode pipeline) {
    JsonNode main = publication(pipeline);
    if (main.isMissingNode()) {
      return "not due";
    }
    int ended = 0;
    for (JsonNode step : pipeline.path("publications")) {
      ended += FINAL.contains(run(pipeline, step).path("state").asText()) ? 1 : 0;
    }
    JsonNode task = main.path("druid").path("status");
    return "%d of %d, %s %s%s"
        .formatted(
            ended,
            pipeline.path("publications").size(),
            main.path("dataset").asText(),
            main.path("state").asText(),
            task.isTextual() ? ", task " + task.asText() : "");
  }

  private static long rowsPerSecond(JsonNode run) {
    return run.path("progress").path("rowsPerSecond").asLong();
  }
}
