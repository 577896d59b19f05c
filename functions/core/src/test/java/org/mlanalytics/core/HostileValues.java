package org.mlanalytics.core;

import java.util.Map;
import java.util.Set;
import org.bson.BsonDocument;

/** Values of every type, and where they are due. */
public final class HostileValues {

  /** One value of each kind, in extended JSON. */
  public static final BsonDocument ALL =
      BsonDocument.parse(
          """
          {
            "text": "secret",
            "number": 6,
            "double": {"$numberDouble": "NaN"},
            "boolean": true,
            "instant": {"$date": "2023-07-10T08:30:00.000Z"},
            "id": {"$oid": "64d000000000000000000001"},
            "list": ["secret"],
            "document": {"secret": "secret"},
            "binary": {"$binary": {"base64": "c2VjcmV0", "subType": "04"}},
            "regex": {"$regularExpression": {"pattern": "secret", "options": ""}},
            "code": {"$code": "secret"},
            "timestamp": {"$timestamp": {"t": 1, "i": 1}},
            "maxKey": {"$maxKey": 1}
          }
          """);

  /** Which of them are accepted where, in the words of the path files. */
  public static final Map<String, Set<String>> ACCEPTED =
      Map.of(
          "text", Set.of("text", "number", "double", "instant", "id"),
          "mandatory text", Set.of("text", "number", "double", "instant", "id"),
          "program", Set.of("text", "number", "double", "instant", "id"),
          "time", Set.of("text", "instant"),
          "flag", Set.of("boolean"),
          "list", Set.of("list"),
          "document", Set.of("document"));

  private HostileValues() {}
}
