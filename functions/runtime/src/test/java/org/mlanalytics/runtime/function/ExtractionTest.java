package org.mlanalytics.runtime.function;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.RawBsonDocument;
import org.bson.codecs.BsonDocumentCodec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.mlanalytics.core.dataset.Datasets;
import org.mlanalytics.core.row.Outcome;
import org.mlanalytics.runtime.http.RunView;
import org.mlanalytics.runtime.object.LocalObjectStore;
import org.mlanalytics.runtime.run.Progress;
import org.mlanalytics.runtime.run.RunHandle;
import org.mlanalytics.runtime.run.RunIdentity;
import org.mlanalytics.runtime.testing.Requests;
import org.mlanalytics.runtime.testing.TestLedger;

class ExtractionTest {

  private static final RunIdentity RUN = Requests.identity("extract-projects", "p1");
  private static final byte[] ROW = {'{', '}'};
  private static final int DOCUMENTS = 300;
  private static final int ROWS_EACH = 2;

  @RegisterExtension final TestLedger mongo = new TestLedger();
  @TempDir private Path directory;

  @Test
  void progressIsInTheLedgerWhileTheWorkGoesOn() throws IOException {
    RunHandle handle = Requests.own(mongo.runs(), Requests.event(RUN, 1));
    List<Progress> seen = new ArrayList<>();

    land(handle, () -> IntStream.range(0, DOCUMENTS).peek(i -> seen.add(shown())).iterator());

    assertNull(seen.get(0));
    Progress before = seen.get(DOCUMENTS - 1);
    assertTrue(before.documents() > 0 && before.documents() < DOCUMENTS, before.toString());
    assertEquals(before.documents() * ROWS_EACH, before.rows());
    assertTrue(before.rowsPerSecond() > 0, before.toString());
    Progress last = shown();
    assertEquals(DOCUMENTS, last.documents());
    assertEquals(DOCUMENTS * ROWS_EACH, last.rows());
    assertEquals(DOCUMENTS * ROWS_EACH, handle.run().counts().written());
  }

  @Test
  void progressOfAnEarlierAttemptIsNotShown() throws IOException {
    RunHandle handle = Requests.own(mongo.runs(), Requests.event(RUN, 1));
    land(handle, List.of(1, 2, 3));
    handle.skip("done");

    Requests.own(mongo.runs(), Requests.event(RUN, 2));

    assertNull(shown());
  }

  private Progress shown() {
    return RunView.of(mongo.runs().find(RUN).orElseThrow()).progress();
  }

  private void land(RunHandle handle, Iterable<Integer> ids) throws IOException {
    Iterable<RawBsonDocument> documents =
        () ->
            StreamSupport.stream(ids.spliterator(), false).map(ExtractionTest::document).iterator();
    TestRuntime.extraction(new LocalObjectStore(directory), mongo.rejects())
        .land(
            handle,
            Datasets.SL_PROJECT,
            documents,
            document -> true,
            (document, sink) -> {
              for (int row = 0; row < ROWS_EACH; row++) {
                sink.row(ROW, 0, ROW.length);
              }
              return new Outcome.Rows(ROWS_EACH);
            });
  }

  private static RawBsonDocument document(int id) {
    return new RawBsonDocument(new BsonDocument("_id", new BsonInt32(id)), new BsonDocumentCodec());
  }
}
