package org.mlanalytics.publishing;

import java.time.LocalDate;
import java.util.List;
import org.bson.Document;
import org.mlanalytics.runtime.run.LandedObject;

/** How publications are written in the ledger. */
final class PublicationDocument {

  private PublicationDocument() {}

  static Publication read(Document d) {
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

  static Publication.Published published(Document d) {
    return d == null
        ? null
        : new Publication.Published(
            d.getString("order"),
            LocalDate.parse(d.getString("businessDate")),
            d.getLong("generation"),
            d.getString("taskId"),
            d.getLong("rows"),
            d.getList("objects", Document.class, List.of()).stream()
                .map(PublicationDocument::object)
                .toList());
  }

  static Document write(Publication.Published published) {
    return new Document("order", published.order())
        .append("businessDate", published.businessDate().toString())
        .append("generation", published.generation())
        .append("taskId", published.taskId())
        .append("rows", published.rows())
        .append("objects", published.objects().stream().map(PublicationDocument::write).toList());
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
