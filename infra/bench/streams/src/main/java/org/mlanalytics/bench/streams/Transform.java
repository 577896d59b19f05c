package org.mlanalytics.bench.streams;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.bson.codecs.DocumentCodec;
import org.mlanalytics.core.source.BsonValue;
import org.mlanalytics.core.source.JsonValue;
import org.mlanalytics.core.source.Value;
import org.mlanalytics.core.submission.LookupCollection;
import org.mlanalytics.core.submission.Lookups;
import org.mlanalytics.core.submission.ObservationQuestions;
import org.mlanalytics.core.submission.SubmissionOutcome;
import org.mlanalytics.core.submission.SubmissionSettings;

/**
 * What the function does with a message, without topics and database: all that messages refer to is
 * in memory.
 */
final class Transform {

  /** As the function has them by default. */
  private static final SubmissionSettings SETTINGS =
      new SubmissionSettings("https://cdn.example.org/samiksha/", "SHIKSHALOKAM", "sunbirdsurvey");

  private final ObservationQuestions rules = new ObservationQuestions(SETTINGS);
  private final Map<LookupCollection, Map<String, Value>> documents = new HashMap<>();
  private final Lookups lookups =
      (collection, id) -> Optional.ofNullable(documents.getOrDefault(collection, Map.of()).get(id));

  Transform(Map<String, List<Document>> collections) {
    for (LookupCollection collection : LookupCollection.values()) {
      Map<String, Value> byId = new HashMap<>();
      collections
          .getOrDefault(collection.key(), List.of())
          .forEach(document -> byId.put(document.get("_id").toString(), view(document)));
      documents.put(collection, byId);
    }
  }

  SubmissionOutcome of(byte[] message) {
    return rules.transform(JsonValue.document(message), lookups);
  }

  private static Value view(Document document) {
    RawBsonDocument raw = new RawBsonDocument(document, new DocumentCodec());
    var bytes = raw.getByteBuffer().asNIO();
    return BsonValue.document(
        bytes.array(), bytes.arrayOffset() + bytes.position(), bytes.remaining());
  }
}
