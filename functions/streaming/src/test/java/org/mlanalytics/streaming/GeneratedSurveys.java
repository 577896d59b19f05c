package org.mlanalytics.streaming;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.mlanalytics.core.source.JsonValue;
import org.mlanalytics.core.submission.Lookups;
import org.mlanalytics.core.submission.StreamRow;
import org.mlanalytics.core.submission.SubmissionOutcome;

/**
 * Completed surveys of a few answers.
 *
 * @param messages by submission id
 * @param keys of the rows that each gives, in order
 */
record GeneratedSurveys(Map<String, String> messages, Map<String, List<String>> keys) {

  static final String FUNCTION = "survey-questions";

  static GeneratedSurveys of(int count) {
    BsonDocument message = Samples.message(FUNCTION);
    BsonDocument answers = new BsonDocument();
    for (String question : List.of("a", "b", "c")) {
      answers.put(
          question,
          BsonDocument.parse("{qid: '" + question + "', responseType: 'text', value: 'x'}"));
    }
    message.put("answers", answers);
    Map<String, String> messages = new TreeMap<>();
    Map<String, List<String>> keys = new TreeMap<>();
    for (int number = 0; number < count; number++) {
      String id = "s%05d".formatted(number);
      message.put("_id", new BsonString(id));
      messages.put(id, message.toJson());
      keys.put(id, keys(message.toJson()));
    }
    return new GeneratedSurveys(messages, keys);
  }

  List<String> allKeys() {
    return keys.values().stream().flatMap(List::stream).sorted().toList();
  }

  private static List<String> keys(String message) {
    SubmissionOutcome outcome =
        Samples.RULES
            .get(FUNCTION)
            .transform(JsonValue.document(Samples.utf8(message)), Lookups.NONE);
    return ((SubmissionOutcome.Published) outcome).rows().stream().map(StreamRow::key).toList();
  }
}
