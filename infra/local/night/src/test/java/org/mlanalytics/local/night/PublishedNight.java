package org.mlanalytics.local.night;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.mlanalytics.local.Await;
import org.mlanalytics.local.DruidTasks;

/**
 * A suite in which nothing sweeps but the test, so that each step of a publication can be looked
 * at, and before each test a night of the samples that is published.
 */
final class PublishedNight implements BeforeAllCallback, BeforeEachCallback, AfterAllCallback {

  static final String PUBLISH = "publish-projects";

  /** Settings of a suite that does not sweep by itself. */
  static final Map<String, String> SETTINGS =
      Map.of("MLA_SETTLE_PUBLICATIONS_EVERY", "off", "MLA_DRUID_VISIBLE_WITHIN", "5s");

  private static final LocalDate FIRST = LocalDate.parse("2023-07-11");

  final List<Map<String, Object>> golden;
  Installation installation;
  FunctionsApi api;

  /** Date of the night that is published before each test. */
  String d1;

  /** The date after it. */
  String d2;

  private int nights;

  PublishedNight() {
    try {
      golden = GoldenRows.of("/golden/projects/sample.rows.jsonl");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void beforeAll(ExtensionContext context) throws IOException {
    installation = new Installation();
    api = installation.start(PackagedFunctions.SUITE, SETTINGS).api();
  }

  @Override
  public void beforeEach(ExtensionContext context) throws IOException {
    d1 = FIRST.plusDays(2L * nights).toString();
    d2 = FIRST.plusDays(2L * nights + 1).toString();
    nights++;
    installation.withSamples();
    gather(d1, "force");
    assertSucceeded(ended(d1));
    assertUnchanged();
  }

  @Override
  public void afterAll(ExtensionContext context) throws IOException {
    installation.close();
  }

  FunctionsApi.Answer gather(String date, String policy) throws IOException {
    return api.run(Map.of("function", "gather-programs", "businessDate", date, "policy", policy));
  }

  FunctionsApi.Answer publish(String date, String policy) throws IOException {
    return api.run(Map.of("function", PUBLISH, "businessDate", date, "policy", policy));
  }

  void settle() throws IOException {
    api.run(Map.of("function", "settle-publications"));
  }

  /** The publication of a date as it is. */
  JsonNode publication(String date) throws IOException {
    return Night.publication(new Night(api, date).pipeline());
  }

  /** Sweeps until the publication of a date has ended. */
  JsonNode ended(String date) throws IOException {
    Night night = new Night(api, date);
    Await.until(
        "the end of the publication of " + date,
        Installation.LIMIT,
        () -> {
          settle();
          return Night.hasEnded(night.pipeline());
        });
    return publication(date);
  }

  /** Waits until Druid has ended the task of a date. */
  void awaitTaskOf(String date) throws IOException {
    String task = publication(date).at("/druid/taskId").asText();
    assertEquals(
        "SUCCESS",
        new DruidTasks(installation.servers().druidUrl()).awaitEnd(task, Installation.LIMIT));
  }

  /** Sweeps until the newest run of a function has succeeded. */
  void awaitSuccess(String function) {
    Await.until(
        "the success of " + function,
        Installation.LIMIT,
        () -> {
          settle();
          JsonNode newest = api.get("/runs?function=" + function).body().path(0);
          return newest.path("state").asText().equals("SUCCEEDED");
        });
  }

  /** Druid shows the rows of the samples. */
  void assertUnchanged() throws IOException {
    assertEquals(golden, installation.rows());
  }

  static void assertSucceeded(JsonNode run) {
    assertEquals("SUCCEEDED", run.path("state").asText(), run.toPrettyString());
  }

  static void assertFailed(String code, JsonNode run) {
    assertEquals("FAILED", run.path("state").asText(), run.toPrettyString());
    assertEquals(code, run.at("/error/code").asText(), run.toPrettyString());
  }
}
