package org.mlanalytics.runtime.config;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.currentDate;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import org.bson.Document;
import org.mlanalytics.runtime.object.LocalObjectStore;
import org.mlanalytics.runtime.object.ObjectStore;
import org.mlanalytics.runtime.pipeline.Pipelines;
import org.mlanalytics.runtime.reject.Rejects;
import org.mlanalytics.runtime.run.RunJournal;
import org.mlanalytics.runtime.run.RunLedger;
import org.mlanalytics.runtime.time.LedgerClock;

/** Makes the parts that know no framework out of the configuration. */
@ApplicationScoped
public class LedgerProducer {

  private final AnalyticsConfig config;
  private final LedgerDatabase database;

  LedgerProducer(AnalyticsConfig config, LedgerDatabase database) {
    this.config = config;
    this.database = database;
  }

  @Singleton
  LedgerClock clock() {
    return new LedgerClock(Clock.systemUTC(), this::serverTime, config.zone());
  }

  @Singleton
  RunLedger ledger(LedgerClock clock) {
    return new RunLedger(
        database.collection(LedgerIndexes.RUNS),
        clock,
        config.lease().duration(),
        config.lease().maxTakeOvers(),
        config.instance().orElseGet(LedgerProducer::processName));
  }

  @Singleton
  Pipelines pipelines(LedgerClock clock) {
    return new Pipelines(database.collection(LedgerIndexes.PIPELINES), clock);
  }

  @Singleton
  Rejects rejects(LedgerClock clock, RunJournal journal) {
    return new Rejects(database.collection(LedgerIndexes.REJECTS), clock, journal);
  }

  /** The directory, unless the function is built with another store. */
  @Singleton
  @DefaultBean
  ObjectStore objects() {
    return new LocalObjectStore(config.objects().directory());
  }

  private static String processName() {
    String host = System.getenv("HOSTNAME");
    return (host == null ? "" : host + "/") + ProcessHandle.current().pid();
  }

  private Instant serverTime() {
    MongoCollection<Document> clock = database.collection(LedgerIndexes.CLOCK);
    return clock
        .findOneAndUpdate(
            eq("_id", "now"),
            currentDate("at"),
            new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER))
        .getDate("at")
        .toInstant();
  }
}
