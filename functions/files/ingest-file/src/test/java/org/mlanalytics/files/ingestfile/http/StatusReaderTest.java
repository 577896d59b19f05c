package org.mlanalytics.files.ingestfile.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.mlanalytics.files.ingestfile.callback.DeliveryStore;
import org.mlanalytics.files.ingestfile.request.AcceptedRequest;
import org.mlanalytics.files.ingestfile.request.FileRequest;
import org.mlanalytics.files.ingestfile.request.Priority;
import org.mlanalytics.files.ingestfile.request.Target;
import org.mlanalytics.runtime.config.LedgerIndexes;
import org.mlanalytics.runtime.error.ErrorCode;
import org.mlanalytics.runtime.run.ClaimRequest;
import org.mlanalytics.runtime.run.Counts;
import org.mlanalytics.runtime.run.LandedObject;
import org.mlanalytics.runtime.run.Policy;
import org.mlanalytics.runtime.run.RunHandle;
import org.mlanalytics.runtime.run.RunIdentity;
import org.mlanalytics.runtime.run.Trigger;
import org.mlanalytics.runtime.testing.Requests;
import org.mlanalytics.runtime.testing.TestLedger;

/** When a request has ended: when its own run and all its loads have. */
class StatusReaderTest {

  private static final Target ROWS = new Target(Target.Kind.MONGO, "rows");
  private static final String SHA256 = "a".repeat(64);
  private static final AcceptedRequest FIRST = request("first");
  private static final AcceptedRequest SECOND = request("second");

  @RegisterExtension final TestLedger mongo = new TestLedger();

  private StatusReader reader;

  @BeforeEach
  void open() {
    reader =
        new StatusReader(
            mongo.runs(),
            new DeliveryStore(mongo.collection(LedgerIndexes.FILE_CALLBACKS), mongo.clock()));
  }

  @Test
  void aRequestEndsWithItsRunAndItsLoads() {
    assertEquals(Optional.empty(), ended(FIRST));
    RunHandle request = fetched(FIRST);
    assertEquals(Optional.empty(), ended(FIRST));
    RunHandle load = own(FIRST, FIRST.loadRun(ROWS, SHA256));
    assertEquals(Optional.empty(), ended(FIRST));
    load.succeed(Counts.NONE, List.of(), "");
    assertEquals(Optional.empty(), ended(FIRST));
    request.succeed(Counts.NONE, List.of(), "");
    assertEquals(Optional.of(FileState.INGESTED), ended(FIRST));
  }

  @Test
  void aLoadThatAnotherRequestWaitsForHasToEnd() {
    RunHandle load = own(FIRST, FIRST.loadRun(ROWS, SHA256));
    fetched(SECOND).succeed(Counts.NONE, List.of(), "");
    assertEquals(Optional.empty(), ended(SECOND));
    load.succeed(Counts.NONE, List.of(), "");
    assertEquals(Optional.of(FileState.INGESTED), ended(SECOND));
  }

  @Test
  void whatFailedForAnotherRequestIsNoEndBeforeItIsTriedAgain() {
    own(FIRST, FIRST.loadRun(ROWS, SHA256)).fail(ErrorCode.FILE_NOT_LOADED, "no topic");
    RunHandle second = fetched(SECOND);
    assertEquals(Optional.empty(), ended(SECOND));
    second.succeed(Counts.NONE, List.of(), "");
    assertEquals(Optional.of(FileState.FAILED), ended(SECOND));
  }

  @Test
  void aRequestWhoseFileIsNotFetchedHasEnded() {
    own(FIRST, FIRST.fetchRun()).fail(ErrorCode.FILE_NOT_FETCHED, "host-forbidden");
    assertEquals(Optional.of(FileState.FAILED), ended(FIRST));
  }

  private Optional<FileState> ended(AcceptedRequest accepted) {
    return reader.ended(accepted).map(FileStatus::state);
  }

  private RunHandle fetched(AcceptedRequest accepted) {
    RunHandle handle = own(accepted, accepted.fetchRun());
    handle.extracted(Counts.NONE, List.of(new LandedObject("raw", 0, 7, SHA256)), "7 bytes");
    return handle;
  }

  private RunHandle own(AcceptedRequest accepted, RunIdentity identity) {
    return Requests.own(
        mongo.runs(),
        new ClaimRequest(
            identity, accepted.key(), 0, Policy.FAILED_ONLY, Trigger.EVENT, "north", null));
  }

  private static AcceptedRequest request(String id) {
    return new AcceptedRequest(
        "north",
        new FileRequest(id, "uri", null, null, List.of(ROWS), null, null, Priority.NORMAL, null),
        Instant.parse("2024-03-01T12:00:00Z"));
  }
}
