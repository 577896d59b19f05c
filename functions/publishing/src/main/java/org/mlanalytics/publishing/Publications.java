package org.mlanalytics.publishing;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.mlanalytics.core.dataset.FileDatasets;

/**
 * One document for each dataset and interval: at most one publication at a time, and what is
 * published only goes forward.
 *
 * <p>Files cover the interval that their rows say. Those of one datasource are published one after
 * the other, whatever their intervals: where two overlap, each would count rows of the other, and
 * their tasks would wait for each other's locks. So who publishes an interval has the right of the
 * whole datasource too.
 */
public final class Publications {

  private static final FindOneAndUpdateOptions AFTER =
      new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER);

  private final MongoCollection<Document> publications;

  /**
   * @param publications collection of publications, with majority write concern and primary reads
   */
  public Publications(MongoCollection<Document> publications) {
    this.publications = publications;
  }

  /** The publication of a dataset and interval; empty of both when nothing was ever published. */
  public Publication get(String dataset, String interval) {
    Document d = publications.find(eq("_id", id(dataset, interval))).first();
    return d == null ? new Publication(null, null, 0) : PublicationDocument.read(d);
  }

  /** Whether an interval is one of the many that files of a datasource may replace. */
  static boolean isPartOfFiles(String dataset, String interval) {
    return FileDatasets.isFile(dataset) && !interval.equals(IngestionSpec.ETERNITY);
  }

  /**
   * What keeps a holder from publishing: the publication of another, else that of the interval.
   *
   * @param holder who has asked for the right in vain
   */
  Publication inTheWay(String dataset, String interval, Publication.Holder holder) {
    return rights(dataset, interval).stream()
        .map(right -> get(dataset, right))
        .filter(p -> p.active() != null && !p.active().run().equals(holder.run()))
        .findFirst()
        .orElseGet(() -> get(dataset, interval));
  }

  /**
   * Takes the right to publish. The same holder may ask again.
   *
   * @param order place in the sequence, see {@link Publication#order}
   * @return whether the holder has it now; if not, {@link #inTheWay} tells why
   */
  public boolean acquire(String dataset, String interval, Publication.Holder holder, String order) {
    return rights(dataset, interval).stream()
        .allMatch(right -> acquireOne(dataset, right, holder, order));
  }

  private boolean acquireOne(
      String dataset, String interval, Publication.Holder holder, String order) {
    String id = id(dataset, interval);
    publications.updateOne(
        eq("_id", id),
        combine(
            setOnInsert("dataset", dataset),
            setOnInsert("interval", interval),
            setOnInsert("active", null),
            setOnInsert("last", null)),
        new UpdateOptions().upsert(true));
    Bson free = or(eq("active", null), eq("active.run", holder.run()));
    Bson forward = or(eq("last", null), lte("last.order", order));
    return publications.findOneAndUpdate(
            and(eq("_id", id), free, forward),
            set(
                "active",
                new Document("run", holder.run())
                    .append("key", holder.key())
                    .append("attempt", holder.attempt())
                    .append("taskId", holder.taskId())),
            AFTER)
        != null;
  }

  /**
   * Gives the right back without having published.
   *
   * @param taskId task of the holder: an earlier attempt of its run has no say
   */
  public void release(String dataset, String interval, String taskId) {
    List<String> ids = rights(dataset, interval).stream().map(right -> id(dataset, right)).toList();
    publications.updateMany(and(in("_id", ids), eq("active.taskId", taskId)), set("active", null));
  }

  /**
   * The holder's task is published. What files have published before in a part of the interval
   * cannot be brought back any more without taking away what is there now.
   */
  public void published(String dataset, String interval, Publication.Published published) {
    if (FileDatasets.isFile(dataset) && holds(dataset, interval, published.taskId())) {
      forgetOverlapping(dataset, interval);
    }
    publications.updateOne(
        and(eq("_id", id(dataset, interval)), eq("active.taskId", published.taskId())),
        combine(set("active", null), set("last", PublicationDocument.write(published))));
    if (isPartOfFiles(dataset, interval)) {
      release(dataset, interval, published.taskId());
    }
  }

  private boolean holds(String dataset, String interval, String taskId) {
    Publication.Holder active = get(dataset, interval).active();
    return active != null && active.taskId().equals(taskId);
  }

  private void forgetOverlapping(String dataset, String interval) {
    List<String> overlapping = new ArrayList<>();
    publications
        .find(and(eq("dataset", dataset), ne("last", null), ne("interval", interval)))
        .projection(Projections.include("interval"))
        .forEach(
            other -> {
              if (DruidTime.overlap(interval, other.getString("interval"))) {
                overlapping.add(other.getString("_id"));
              }
            });
    publications.updateMany(in("_id", overlapping), set("last", null));
  }

  /** The newest date of a dataset that is published; empty when none is. */
  public Optional<Publication.Published> last(String dataset) {
    return Optional.ofNullable(
            publications
                .find(and(eq("dataset", dataset), ne("last", null)))
                .sort(Sorts.descending("last.order"))
                .first())
        .map(newest -> PublicationDocument.published(newest.get("last", Document.class)));
  }

  /** The dataset was purged by the holder's task: nothing is published. */
  public void purged(String dataset, String interval, String taskId) {
    publications.updateOne(
        and(eq("_id", id(dataset, interval)), eq("active.taskId", taskId)),
        combine(set("active", null), set("last", null)));
  }

  /** Counts one more restoration. */
  public Publication restoring(String dataset, String interval) {
    return PublicationDocument.read(
        publications.findOneAndUpdate(
            eq("_id", id(dataset, interval)), inc("restores", 1L), AFTER));
  }

  private static List<String> rights(String dataset, String interval) {
    return isPartOfFiles(dataset, interval)
        ? List.of(IngestionSpec.ETERNITY, interval)
        : List.of(interval);
  }

  private static String id(String dataset, String interval) {
    return dataset + "|" + interval;
  }
}
