package org.mlanalytics.files.ingestfile;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import org.bson.Document;
import org.mlanalytics.files.ingestfile.request.AcceptedRequest;
import org.mlanalytics.files.ingestfile.request.FileRequest;
import org.mlanalytics.files.ingestfile.request.Priority;
import org.mlanalytics.files.ingestfile.request.RequestStore;
import org.mlanalytics.files.ingestfile.request.Target;
import org.mlanalytics.runtime.config.LedgerIndexes;
import org.mlanalytics.runtime.error.ErrorCode;
import org.mlanalytics.runtime.event.StepEvent;
import org.mlanalytics.runtime.run.Policy;
import org.mlanalytics.runtime.run.Run;
import org.mlanalytics.runtime.run.RunLedger;
import org.mlanalytics.runtime.testing.Requests;
import org.mlanalytics.runtime.testing.TestTime;
import org.mlanalytics.runtime.time.LedgerClock;

/** A request that has ended years ago, in the ledger of an installation. */
final class OldRequest implements AutoCloseable {

  private final AcceptedRequest request;
  private final MongoClient mongo;

  /** Keeps it, as an old process has; its file was not fetched, and all were told so. */
  OldRequest(FilesInstallation installation, String requestId) {
    mongo = MongoClients.create(installation.servers().mongoUri());
    TestTime time = new TestTime();
    request =
        new AcceptedRequest(
            FilesInstallation.TENANT,
            new FileRequest(
                requestId,
                "http://127.0.0.1/",
                null,
                null,
                List.of(Target.parse("mongo:old")),
                null,
                null,
                Priority.NORMAL,
                null),
            time.instant());
    new RequestStore(ledger().getCollection(LedgerIndexes.FILE_REQUESTS), (removed, run) -> true)
        .accept(request);
    RunLedger runs =
        new RunLedger(
            ledger().getCollection(LedgerIndexes.RUNS),
            new LedgerClock(time, time::instant, ZoneOffset.UTC),
            Duration.ofSeconds(60),
            3,
            "old");
    Requests.own(runs, Requests.http(request.fetchRun(), Policy.FAILED_ONLY))
        .fail(ErrorCode.FILE_NOT_FETCHED, "long ago");
    Run run = runs.find(request.fetchRun()).orElseThrow();
    runs.acknowledged(run.identity(), run.outbox().stream().map(StepEvent::id).toList());
  }

  /** Whether neither the request nor its run is there any more. */
  boolean isGone() {
    return isGone(LedgerIndexes.FILE_REQUESTS, request.key())
        && isGone(LedgerIndexes.RUNS, request.fetchRun().key());
  }

  private boolean isGone(String collection, String id) {
    return ledger().getCollection(collection).find(new Document("_id", id)).first() == null;
  }

  private MongoDatabase ledger() {
    return mongo.getDatabase("ml-analytics");
  }

  @Override
  public void close() {
    mongo.close();
  }
}
