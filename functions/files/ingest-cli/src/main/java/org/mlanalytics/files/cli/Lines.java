package org.mlanalytics.files.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What is shown of requests: a line each, fields between tabs, or the answer as it came. */
final class Lines {

  private static final Set<String> ENDS = Set.of("INGESTED", "REJECTED", "FAILED", "CANCELLED");

  private static final ObjectMapper JSON = new ObjectMapper();

  private Lines() {}

  /** Id, state, address; then for each target its name, state and rows. */
  static String of(JsonNode status) {
    List<String> fields =
        new ArrayList<>(
            List.of(text(status, "requestId"), text(status, "state"), text(status, "uri")));
    for (JsonNode load : status.path("loads")) {
      fields.add(
          "%s %s rows=%d loaded=%d aside=%d"
              .formatted(
                  text(load, "target"),
                  text(load, "state"),
                  load.path("rows").asLong(),
                  load.path("loaded").asLong(),
                  load.path("quarantined").asLong()));
      addError(fields, load.path("error"));
    }
    addError(fields, status.path("error"));
    return String.join("\t", fields);
  }

  static String json(JsonNode answer) {
    try {
      return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(answer);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  static boolean isEnded(JsonNode status) {
    return ENDS.contains(status.path("state").asText());
  }

  /** Done, unless the request has ended without a loaded file. */
  static int exitCode(JsonNode status) {
    return isEnded(status) && !status.path("state").asText().equals("INGESTED")
        ? ExitCode.NOT_INGESTED
        : ExitCode.DONE;
  }

  /** Text of others, which must not steer the terminal. */
  static String printable(String text) {
    return text.replaceAll("\\p{C}", "?");
  }

  private static void addError(List<String> fields, JsonNode error) {
    if (error.isObject()) {
      fields.add(text(error, "code") + " " + text(error, "title"));
    }
  }

  private static String text(JsonNode node, String field) {
    return printable(node.path(field).asText());
  }
}
