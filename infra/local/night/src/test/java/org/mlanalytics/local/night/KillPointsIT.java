package org.mlanalytics.local.night;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mlanalytics.local.Await;

/**
 * One night that dies at every step: each process is halted at its step, the next one goes on from
 * what the ledger and the broker remember, until the last one completes the night.
 */
class KillPointsIT {

  private static final String RUNTIME = "org.mlanalytics.runtime.";
  private static final String PUBLISHING = "org.mlanalytics.publishing.";

  /** The steps in the order in which a night passes them. */
  private static final List<String> STEPS =
      List.of(
          // before the claim
          RUNTIME + "run.RunLedger#claim@enter",
          // after the claim
          RUNTIME + "run.RunLedger#claim@exit",
          // the pipeline is open, the gathering run does not know
          RUNTIME + "pipeline.Pipelines#open@exit",
          // in the middle of an object
          RUNTIME + "object.RowObject#row@enter:3",
          // after the object, before the ledger knows
          RUNTIME + "object.RowObject#commit@exit",
          // in the middle of fan-in
          RUNTIME + "pipeline.Pipelines#extracted@exit",
          // after SUCCEEDED, before the events are sent; not earlier in the list, because the
          // sweeper
          // may have a pending program extracted before the gathering run goes on
          RUNTIME + "event.Outbox#drain@enter",
          // the right to publish is taken, nothing is recorded
          PUBLISHING + "Publications#acquire@exit",
          // in SUBMITTING, before the call to Druid
          PUBLISHING + "Druid#submit@enter",
          // after the call, before the ledger
          PUBLISHING + "Druid#submit@exit",
          // after SUBMITTED
          RUNTIME + "run.RunHandle#submitted@exit",
          // published, the run does not know
          PUBLISHING + "Publications#published@exit",
          // after SUCCEEDED of the publication, before its event is sent
          RUNTIME + "run.RunLedger#succeed@exit");

  /** Where most was lost or doubled by the scripts: in the middle of an object, around Druid. */
  private static final List<String> WORST =
      List.of(
          RUNTIME + "object.RowObject#row@enter:3",
          PUBLISHING + "Druid#submit@enter",
          PUBLISHING + "Druid#submit@exit",
          PUBLISHING + "Publications#published@exit");

  private Installation installation;

  @BeforeEach
  void up() throws IOException {
    installation = new Installation().withSamples();
  }

  @AfterEach
  void down() throws IOException {
    installation.close();
  }

  @Test
  void aNightThatDiesWhereItIsWorstIsPublishedOnce() throws IOException {
    assertPublishedOnce(WORST);
  }

  @Test
  @Tag("slow")
  void aNightThatDiesAtEveryStepIsPublishedOnce() throws IOException {
    assertPublishedOnce(STEPS);
  }

  private void assertPublishedOnce(List<String> steps) throws IOException {
    for (String step : steps) {
      installation.dieAt(step, "gather-programs");
    }
    FunctionsApi api = installation.suite().api();
    JsonNode pipeline = new Night(api, Installation.DATE).await(Installation.LIMIT);
    Await.until("empty outboxes", Installation.LIMIT, this::outboxesAreEmpty);

    assertTrue(Night.succeeded(pipeline), pipeline.toPrettyString());
    assertEquals(GoldenRows.of("/golden/projects/sample.rows.jsonl"), installation.rows());
    assertEquals(1, installation.tasks().size(), installation.tasks().toString());
    assertOneDocumentForEachIdentity();
    assertHistoriesTellWhatHappened(steps.size() / 3);
    assertListedObjectsAreWhole();
  }

  private boolean outboxesAreEmpty() {
    return installation.ledger("runs").countDocuments(Document.parse("{'outbox.0': {$exists: 1}}"))
        == 0;
  }

  private void assertOneDocumentForEachIdentity() {
    Set<String> identities = new HashSet<>();
    for (Document run : installation.ledger("runs").find()) {
      assertTrue(identities.add(run.getString("function") + run.getString("scope")), run.toJson());
      assertEquals(1, run.getInteger("attempt"), run.toJson());
    }
    assertEquals(
        Set.of(
            "gather-programs*",
            "extract-projects64a000000000000000000001",
            "extract-projects64a000000000000000000002",
            "publish-projects*",
            "project-status*",
            "project-program-status*"),
        identities);
  }

  private void assertHistoriesTellWhatHappened(int least) {
    long takeOvers = 0;
    for (Document run : installation.ledger("runs").find()) {
      List<Document> history = run.getList("history", Document.class);
      assertEquals("CLAIMED", history.get(0).getString("state"), run.toJson());
      assertEquals("SUCCEEDED", history.get(history.size() - 1).getString("state"), run.toJson());
      long told = history.stream().filter(t -> "taken over".equals(t.getString("detail"))).count();
      assertEquals((long) run.getInteger("takeOvers"), told, run.toJson());
      takeOvers += told;
    }
    assertTrue(takeOvers >= least, "only " + takeOvers + " take-overs in all histories");
  }

  private void assertListedObjectsAreWhole() throws IOException {
    for (Document run : installation.ledger("runs").find()) {
      for (Document object : run.getList("objects", Document.class)) {
        Path file = installation.servers().objectStore().resolve(object.getString("key"));
        assertEquals(object.getLong("bytes"), Files.size(file), object.toJson());
      }
    }
  }
}
