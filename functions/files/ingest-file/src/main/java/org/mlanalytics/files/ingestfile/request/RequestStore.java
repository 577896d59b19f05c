package org.mlanalytics.files.ingestfile.request;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.mlanalytics.runtime.error.AnalyticsException;
import org.mlanalytics.runtime.error.ErrorCode;

/**
 * The requests that were taken: one document for each, never changed. One that is being removed is
 * marked first: from then on it is not found any more, and whoever meets the mark, because a
 * removal was cut short or the id is sent again, goes on with the removal.
 */
public final class RequestStore {

  private static final String EXPIRING = "expiring";

  private final MongoCollection<Document> requests;
  private final Leftovers leftovers;

  /** What else there is of a request. */
  @FunctionalInterface
  public interface Leftovers {
    /**
     * Removes it; may be called again after it was cut short.
     *
     * @param run id of the run that fetched the file
     * @return false when there is still something that must stay, such as a run that goes on
     */
    boolean remove(AcceptedRequest request, String run);
  }

  /**
   * @param requests collection of requests, with majority write concern and primary reads
   * @param leftovers what is removed before a request is
   */
  public RequestStore(MongoCollection<Document> requests, Leftovers leftovers) {
    this.requests = requests;
    this.leftovers = leftovers;
  }

  /**
   * Keeps a request. Sent once more, it is the first one.
   *
   * @return the request as it is kept
   * @throws AnalyticsException {@link ErrorCode#FILE_REQUEST_DIFFERS}
   */
  public AcceptedRequest accept(AcceptedRequest asked) {
    while (!insert(asked)) {
      Document known = requests.find(eq("_id", asked.key())).first();
      if (known == null) {
        continue;
      }
      AcceptedRequest first = read(known);
      String run = known.getString(EXPIRING);
      if (run != null && remove(first, run)) {
        continue;
      }
      if (!first.isSame(asked)) {
        throw new AnalyticsException(
            ErrorCode.FILE_REQUEST_DIFFERS, "request " + asked.request().requestId());
      }
      return first;
    }
    return asked;
  }

  private boolean insert(AcceptedRequest asked) {
    try {
      requests.insertOne(write(asked));
      return true;
    } catch (MongoWriteException e) {
      if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
        throw e;
      }
      return false;
    }
  }

  /** The request with a key. */
  public Optional<AcceptedRequest> find(String key) {
    return Optional.ofNullable(requests.find(and(eq("_id", key), eq(EXPIRING, null))).first())
        .map(RequestStore::read);
  }

  /**
   * The requests of before a point in time, those too whose removal was cut short.
   *
   * @param visitor is given the request, and the run's id if it is marked, else null
   */
  public void eachBefore(Instant time, BiConsumer<AcceptedRequest, String> visitor) {
    requests
        .find(lt("acceptedAt", Date.from(time)))
        .forEach(document -> visitor.accept(read(document), document.getString(EXPIRING)));
  }

  /**
   * Removes a request and what else there is of it.
   *
   * @param run id of the run that fetched its file
   * @return false when something of it has to stay; then the request does too
   */
  public boolean remove(AcceptedRequest old, String run) {
    requests.updateOne(
        and(eq("_id", old.key()), eq(EXPIRING, null), taken(old)), set(EXPIRING, run));
    Bson marked = and(eq("_id", old.key()), eq(EXPIRING, run));
    if (!leftovers.remove(old, run)) {
      requests.updateOne(marked, unset(EXPIRING));
      return false;
    }
    requests.deleteOne(marked);
    return true;
  }

  /** The request of that id, and not a later one. */
  private static Bson taken(AcceptedRequest accepted) {
    return eq("acceptedAt", Date.from(accepted.acceptedAt()));
  }

  /** A tenant's requests, newest first. */
  public List<AcceptedRequest> latest(String tenant, int limit) {
    List<AcceptedRequest> latest = new ArrayList<>();
    requests
        .find(and(eq("tenant", tenant), eq(EXPIRING, null)))
        .sort(Sorts.descending("acceptedAt"))
        .limit(limit)
        .forEach(document -> latest.add(read(document)));
    return latest;
  }

  private static Document write(AcceptedRequest accepted) {
    FileRequest request = accepted.request();
    return new Document("_id", accepted.key())
        .append("tenant", accepted.tenant())
        .append("acceptedAt", Date.from(accepted.acceptedAt()))
        .append("requestId", request.requestId())
        .append("uri", request.uri())
        .append("format", request.format())
        .append("schema", SchemaChoice.name(request.schema()))
        .append("schemaDocument", SchemaChoice.document(request.schema()))
        .append("targets", request.targets().stream().map(Target::label).toList())
        .append("sha256", request.sha256())
        .append("size", request.size())
        .append("priority", request.priority().label())
        .append("callback", request.callback());
  }

  private static AcceptedRequest read(Document d) {
    return new AcceptedRequest(
        d.getString("tenant"),
        new FileRequest(
            d.getString("requestId"),
            d.getString("uri"),
            d.getString("format"),
            SchemaChoice.of(d.getString("schema"), d.getString("schemaDocument")),
            d.getList("targets", String.class).stream().map(Target::parse).toList(),
            d.getString("sha256"),
            d.getLong("size"),
            Priority.of(d.getString("priority")),
            d.getString("callback")),
        d.getDate("acceptedAt").toInstant());
  }
}
