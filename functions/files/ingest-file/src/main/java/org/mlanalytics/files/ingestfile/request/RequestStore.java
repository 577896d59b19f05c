package org.mlanalytics.files.ingestfile.request;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.mlanalytics.runtime.error.AnalyticsException;
import org.mlanalytics.runtime.error.ErrorCode;

/** The requests that were taken: one document for each, never changed. */
public final class RequestStore {

  private final MongoCollection<Document> requests;

  /**
   * @param requests collection of requests, with majority write concern and primary reads
   */
  public RequestStore(MongoCollection<Document> requests) {
    this.requests = requests;
  }

  /**
   * Keeps a request. Sent once more, it is the first one.
   *
   * @return the request as it is kept
   * @throws AnalyticsException {@link ErrorCode#FILE_REQUEST_DIFFERS}
   */
  public AcceptedRequest accept(AcceptedRequest asked) {
    try {
      requests.insertOne(write(asked));
      return asked;
    } catch (MongoWriteException e) {
      if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
        throw e;
      }
    }
    AcceptedRequest first = find(asked.key()).orElseThrow();
    if (!first.isSame(asked)) {
      throw new AnalyticsException(
          ErrorCode.FILE_REQUEST_DIFFERS, "request " + asked.request().requestId());
    }
    return first;
  }

  /** The request with a key. */
  public Optional<AcceptedRequest> find(String key) {
    return Optional.ofNullable(requests.find(eq("_id", key)).first()).map(RequestStore::read);
  }

  /** A tenant's requests, newest first. */
  public List<AcceptedRequest> latest(String tenant, int limit) {
    List<AcceptedRequest> latest = new ArrayList<>();
    requests
        .find(eq("tenant", tenant))
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
