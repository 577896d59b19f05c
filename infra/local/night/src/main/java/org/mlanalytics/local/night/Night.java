package org.mlanalytics.local.night;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.mlanalytics.local.Await;

/** A night of projects, seen through the HTTP entry. */
public final class Night {

  private static final Set<String> FINAL = Set.of("SUCCEEDED", "FAILED", "SKIPPED", "CANCELLED");

  private final FunctionsApi api;
  private final String date;

  /**
   * @param api any process that holds functions
   * @param date business date
   */
  public Night(FunctionsApi api, String date) {
    this.api = api;
    this.date = date;
  }

  /** The pipeline with its runs. */
  public JsonNode pipeline() throws IOException {
    return api.get("/pipelines/projects/" + date).body();
  }

  /**
   * Waits for the night's end, telling the progress whenever it changes.
   *
   * @return the pipeline at its end
   */
  public JsonNode watch(Duration limit, PrintStream out) {
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
          return hasEnded(seen[0]);
        });
    return seen[0];
  }

  /** Waits for the night's end without a word. */
  public JsonNode await(Duration limit) {
    return watch(limit, new PrintStream(PrintStream.nullOutputStream()));
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

  /** Whether the publication of the current generation has ended, or cannot come. */
  public static boolean hasEnded(JsonNode pipeline) {
    if (pipeline.path("pending").size() > 0) {
      return false;
    }
    if (pipeline.path("failed").size() > 0 || pipeline.path("expected").asInt() == 0) {
      return !pipeline.path("id").isMissingNode();
    }
    JsonNode publication = publication(pipeline);
    return publication.path("generation").asLong() == pipeline.path("generation").asLong()
        && FINAL.contains(publication.path("state").asText());
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

  /** The publishing run; missing before it exists. */
  public static JsonNode publication(JsonNode pipeline) {
    for (JsonNode run : pipeline.path("runs")) {
      if (run.path("function").asText().equals("publish-projects")) {
        return run;
      }
    }
    return MissingNode.getInstance();
  }

  private static String line(JsonNode pipeline) {
    long rows = 0;
    long rate = 0;
    for (JsonNode run : pipeline.path("runs")) {
      if (run.path("function").asText().equals("extract-projects")) {
        rows += run.path("counts").path("written").asLong();
        rate += run.path("state").asText().equals("CLAIMED") ? rowsPerSecond(run) : 0;
      }
    }
    JsonNode publication = publication(pipeline);
    String task =
        publication.isMissingNode()
            ? "not due"
            : publication.path("state").asText()
                + (publication.path("druid").isMissingNode()
                    ? ""
                    : ", task " + publication.path("druid").path("status").asText());
    return "programs %d of %d%s, rows %,d%s, publication %s"
        .formatted(
            pipeline.path("done").asInt(),
            pipeline.path("expected").asInt(),
            pipeline.path("failed").isEmpty() ? "" : ", failed " + pipeline.path("failed").size(),
            rows,
            rate == 0 ? "" : " (%,d a second)".formatted(rate),
            task);
  }

  private static long rowsPerSecond(JsonNode run) {
    return run.path("progress").path("rowsPerSecond").asLong();
  }
}
