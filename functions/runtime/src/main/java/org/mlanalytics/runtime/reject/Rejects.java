package org.mlanalytics.runtime.reject;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.ne;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.WriteModel;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.bson.Document;
import org.mlanalytics.core.row.Outcome;
import org.mlanalytics.runtime.run.Run;
import org.mlanalytics.runtime.run.RunObserver;
import org.mlanalytics.runtime.time.LedgerClock;

/**
 * Documents that were put aside, with their reason. A repeated attempt replaces what the earlier
 * one noted, so that each document stands there once for each run.
 */
public final class Rejects {

  private static final int BATCH = 500;

  private final MongoCollection<Document> rejects;
  private final LedgerClock clock;
  private final RunObserver observer;

  /**
   * @param rejects collection of rejects
   * @param clock time of the ledger's server
   * @param observer hears of every document that is put aside
   */
  public Rejects(MongoCollection<Document> rejects, LedgerClock clock, RunObserver observer) {
    this.rejects = rejects;
    this.clock = clock;
    this.observer = observer;
  }

  /** Starts noting the rejects of a run's current claim. */
  public Notes of(Run run) {
    return new Notes(run);
  }

  /** Rejects of a run, in order of their source ids. */
  public List<Reject> list(String run, int limit) {
    List<Reject> all = new ArrayList<>();
    rejects
        .find(eq("run", run))
        .sort(Sorts.ascending("_id"))
        .limit(limit)
        .forEach(d -> all.add(Reject.read(d)));
    return all;
  }

  /** Collects rejects and writes them in batches. */
  public final class Notes {

    private final Run run;
    private final String claim;
    private final List<WriteModel<Document>> batch = new ArrayList<>();

    private Notes(Run run) {
      this.run = run;
      this.claim = run.attempt() + "-" + run.lease().epoch();
    }

    /**
     * Notes a reject.
     *
     * @param sourceId the document's id as text
     * @param rejected why it is put aside
     * @param document bytes of the document, hashed to find it again
     */
    public void add(String sourceId, Outcome.Rejected rejected, byte[] document) {
      String sha256 = sha256(document);
      // several documents may have an id that is no text: the digest tells them apart
      String id = run.id() + ":" + sourceId + ":" + sha256;
      Document d =
          new Document("_id", id)
              .append("run", run.id())
              .append("claim", claim)
              .append("pipeline", run.pipeline())
              .append("dataset", run.identity().dataset())
              .append("sourceId", sourceId)
              .append("class", rejected.clazz().name().toLowerCase(Locale.ROOT))
              .append("code", rejected.code())
              .append("message", rejected.detail())
              .append("sha256", sha256)
              .append("at", Date.from(clock.now()));
      batch.add(new ReplaceOneModel<>(eq("_id", id), d, new ReplaceOptions().upsert(true)));
      observer.putAside(run, rejected);
      if (batch.size() == BATCH) {
        flush();
      }
    }

    /** Writes what is left, and removes what earlier claims of the run noted. */
    public void complete() {
      flush();
      rejects.deleteMany(and(eq("run", run.id()), ne("claim", claim)));
    }

    private void flush() {
      if (!batch.isEmpty()) {
        rejects.bulkWrite(batch, new BulkWriteOptions().ordered(false));
        batch.clear();
      }
    }
  }

  private static String sha256(byte[] document) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(document));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
