package org.mlanalytics.runtime.source;

import static com.mongodb.client.model.Projections.include;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import org.bson.RawBsonDocument;
import org.bson.conversions.Bson;
import org.mlanalytics.core.source.RuleViolation;
import org.mlanalytics.core.source.Value;
import org.mlanalytics.core.status.Names;

/** The names of programs and solutions, read by one query. */
@ApplicationScoped
public class SourceNames {

  private final SourceDatabase source;

  SourceNames(SourceDatabase source) {
    this.source = source;
  }

  /** The names of the documents of a collection that match. */
  public Names of(String collection, Bson filter) {
    Map<String, String> names = new HashMap<>();
    for (RawBsonDocument document :
        source
            .collection(collection)
            .find(filter)
            .projection(include("name"))
            .batchSize(source.batchSize())) {
      Value value = SourceDatabase.view(document);
      String id = text(value.get("_id"));
      if (id != null) {
        names.put(id, text(value.get("name")));
      }
    }
    return new Names(names);
  }

  /** What is no text is no name: the documents that refer to it are not at fault. */
  private static String text(Value value) {
    try {
      return value.text();
    } catch (RuleViolation noText) {
      return null;
    }
  }
}
