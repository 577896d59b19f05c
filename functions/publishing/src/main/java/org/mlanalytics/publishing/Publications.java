package org.mlanalytics.publishing;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOptions;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.mlanalytics.runtime.run.LandedObject;

/**
 * One document for each dataset and interval: at most one publication at a time, and what is
 * published only goes forward.
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
    return d == null ? new Publication(null, null, 0) : read(d);
  }

  /**
   * Takes the right to publish. The same holder may ask again.
   *
   * @param order place in the sequence, see {@link Publication#order}
   * @return whether the holder has it now; if not, {@link #get} tells why
   */
  public boolean acquire(String dataset, String interval, Publication.Holder holder, String order) {
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
    publications.updateOne(
        and(eq("_id", id(dataset, interval)), eq("active.taskId", taskId)), set("active", null));
  }

  /** The holder's task is published. */
  public void published(String dataset, String interval, Publication.Published published) {
    publications.updateOne(
        and(eq("_id", id(dataset, interval)), eq("active.taskId", published.taskId())),
        combine(
            set("active", null),
            set(
                "last",
                new Document("order", published.order())
                    .append("businessDate", published.businessDate().toString())
                    .append("generation", published.generation())
                    .append("taskId", published.taskId())
                    .append("rows", published.rows())
                    .append(
                        "objects",
                        published.objects().stream().map(Publications::write).toList()))));
  }

  /** The newest date of a dataset that is published; empty when none is. */
  public Optional<Publication.Published> last(String dataset) {
    return Optional.ofNullable(
            publications
                .find(and(eq("dataset", dataset), ne("last", null)))
                .sort(Sorts.descending("last.order"))
                .first())
        .map(newest -> published(newest.get("last", Document.class)));
  }

  /** The dataset was purged by the holder's task: nothing is published. */
  public void purged(String dataset, String interval, String taskId) {
    publications.updateOne(
        and(eq("_id", id(dataset, interval)), eq("active.taskId", taskId)),
        combine(set("active", null), set("last", null)));
  }

  /** Counts one more restoration. */
  public Publication restoring(String dataset, String interval) {
    return read(
        publications.findOneAndUpdate(
            eq("_id", id(dataset, interval)), inc("restores", 1L), AFTER));
  }

  private static String id(String dataset, String interval) {
    return dataset + "|" + interval;
  }

  private static Publication read(Document d) {
    return new Publication(
        holder(d.get("active", Document.class)),
        published(d.get("last", Document.class)),
        d.get("restores") == null ? 0 : d.getLong("restores"));
  }

  private static Publication.Holder holder(Document d) {
    return d == null
        ? null
        : new Publication.Holder(
            d.getString("run"), d.getString("key"), d.getInteger("attempt"), d.getString("taskId"));
  }

  private static Publication.Published published(Document d) {
    return d == null
        ? null
        : new Publication.Published(
            d.getString("order"),
            LocalDate.parse(d.getString("businessDate")),
            d.getLong("generation"),
            d.getString("taskId"),
            d.getLong("rows"),
            d.getList("objects", Document.class, List.of()).stream()
                .map(Publications::object)
                .toList());
  }

  private static Document write(LandedObject o) {
    return new Document("key", o.key())
        .append("rows", o.rows())
        .append("bytes", o.bytes())
        .append("sha256", o.sha256());
  }

  private static LandedObject object(Document d) {
    return new LandedObject(
        d.getString("key"), d.getLong("rows"), d.getLong("bytes"), d.getString("sha256"));
  }
}
