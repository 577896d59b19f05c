package org.mlanalytics.core.submission;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.mlanalytics.core.Bson;
import org.mlanalytics.core.Resources;
import org.mlanalytics.core.source.Value;

/** The documents that the samples refer to, as the driver hands them out; notes what is asked. */
final class SampleLookups implements Lookups {

  private static final BsonDocument ALL =
      BsonDocument.parse(Resources.text(Resources.path("submissions/lookups.json")));

  private final Map<LookupCollection, Map<String, BsonDocument>> documents =
      new EnumMap<>(LookupCollection.class);
  private final Map<LookupCollection, Set<String>> asked = new EnumMap<>(LookupCollection.class);

  SampleLookups() {
    for (LookupCollection collection : LookupCollection.values()) {
      Map<String, BsonDocument> byId = new HashMap<>();
      for (BsonValue document : ALL.getArray(collection.key())) {
        byId.put(
            document.asDocument().getObjectId("_id").getValue().toHexString(),
            document.asDocument().clone());
      }
      documents.put(collection, byId);
      asked.put(collection, new LinkedHashSet<>());
    }
  }

  /** A document, to be changed in place. */
  BsonDocument document(LookupCollection collection, String id) {
    return documents.get(collection).get(id);
  }

  Map<LookupCollection, Map<String, BsonDocument>> documents() {
    return documents;
  }

  void forget(LookupCollection collection) {
    documents.get(collection).clear();
  }

  Map<LookupCollection, Set<String>> asked() {
    return asked;
  }

  @Override
  public Optional<Value> find(LookupCollection collection, String id) {
    asked.get(collection).add(id);
    return Optional.ofNullable(documents.get(collection).get(id)).map(Bson::value);
  }
}
