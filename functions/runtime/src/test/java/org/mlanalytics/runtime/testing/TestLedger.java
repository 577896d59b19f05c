package org.mlanalytics.runtime.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.bson.Document;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.mlanalytics.runtime.config.LedgerIndexes;
import org.mlanalytics.runtime.pipeline.Pipelines;
import org.mlanalytics.runtime.reject.Rejects;
import org.mlanalytics.runtime.run.RunJournal;
import org.mlanalytics.runtime.run.RunLedger;
import org.mlanalytics.runtime.time.LedgerClock;

/**
 * A ledger in a Mongo server in this process: a database of its own for each test, and a clock that
 * stands still. A test that sends a query without an index fails.
 */
public final class TestLedger implements BeforeEachCallback, AfterEachCallback {

  /** Lease of a claim. */
  public static final Duration LEASE = Duration.ofSeconds(60);

  /** An attempt that was taken over so often is given up. */
  public static final int MAX_TAKE_OVERS = 3;

  /** The current business date of the clock as it starts. */
  public static final LocalDate DATE = LocalDate.of(2023, 7, 11);

  private static final ZoneId ZONE = ZoneId.of("Asia/Kolkata");

  private final Set<String> indexed = ConcurrentHashMap.newKeySet();
  private EmbeddedMongo mongo;
  private String database;
  private IndexedQueries queries;
  private TestTime time;
  private LedgerClock clock;

  @Override
  public void beforeEach(ExtensionContext context) {
    mongo =
        context
            .getRoot()
            .getStore(ExtensionContext.Namespace.create(EmbeddedMongo.class))
            .getOrComputeIfAbsent(
                EmbeddedMongo.class, type -> new EmbeddedMongo(), EmbeddedMongo.class);
    database = EmbeddedMongo.freshName();
    indexed.clear();
    queries = new IndexedQueries(database);
    mongo.listen(queries);
    time = new TestTime();
    clock = new LedgerClock(time, time::instant, ZONE);
  }

  @Override
  public void afterEach(ExtensionContext context) {
    mongo.ignore(queries);
    mongo.client().getDatabase(database).drop();
    mongo.client().getDatabase(sourceDatabase()).drop();
    assertEquals(List.of(), queries.unserved(), "queries without an index");
  }

  /** Time of the ledger's server, and of this process. */
  public TestTime time() {
    return time;
  }

  /** The ledger's clock. */
  public LedgerClock clock() {
    return clock;
  }

  /** The client. */
  public MongoClient client() {
    return mongo.client();
  }

  /** Name of the test's database. */
  public String database() {
    return database;
  }

  /** Name of the database that the test's documents are in. */
  public String sourceDatabase() {
    return database + "-source";
  }

  /** A collection of the ledger, with its indexes. */
  public MongoCollection<Document> collection(String name) {
    MongoCollection<Document> documents =
        client().getDatabase(database).withWriteConcern(WriteConcern.MAJORITY).getCollection(name);
    if (indexed.add(name) && !LedgerIndexes.of(name).isEmpty()) {
      documents.createIndexes(LedgerIndexes.of(name));
    }
    return documents;
  }

  /** The runs. */
  public RunLedger runs() {
    return runs(clock);
  }

  /** The runs as an instance with another clock sees them. */
  public RunLedger runs(LedgerClock other) {
    return new RunLedger(collection(LedgerIndexes.RUNS), other, LEASE, MAX_TAKE_OVERS, "test");
  }

  /** The pipelines. */
  public Pipelines pipelines() {
    return new Pipelines(collection(LedgerIndexes.PIPELINES), clock);
  }

  /** The rejects. */
  public Rejects rejects() {
    return new Rejects(collection(LedgerIndexes.REJECTS), clock, RunJournal.of());
  }

  /** Queries of this test that no index serves; for the test of this check itself. */
  List<String> unserved() {
    return queries.unserved();
  }

  /** Forgets what was noted; for the test of this check itself. */
  void forgetUnserved() {
    mongo.ignore(queries);
    queries = new IndexedQueries(database);
    mongo.listen(queries);
  }
}
