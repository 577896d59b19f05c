package org.mlanalytics.streaming;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.bson.RawBsonDocument;
import org.bson.codecs.BsonDocumentCodec;
import org.mlanalytics.core.source.Value;
import org.mlanalytics.core.submission.LookupCollection;
import org.mlanalytics.core.submission.LookupKeys;
import org.mlanalytics.core.submission.Lookups;
import org.mlanalytics.core.submission.ObservationEvidence;
import org.mlanalytics.core.submission.ObservationQuestions;
import org.mlanalytics.core.submission.SubmissionRules;
import org.mlanalytics.core.submission.SubmissionSettings;
import org.mlanalytics.core.submission.SurveyEvidence;
import org.mlanalytics.core.submission.SurveyQuestions;
import org.mlanalytics.runtime.source.SourceDatabase;

/** The samples of the rules, as messages. */
final class Samples {

  static final String INPUT = "in";
  static final String SINK = "out";

  private static final SubmissionSettings SETTINGS =
      new SubmissionSettings("https://cdn.example.org/samiksha/", "SHIKSHALOKAM", "sunbirdsurvey");

  /** Rules by the name of their function. */
  static final Map<String, SubmissionRules> RULES =
      Map.of(
          "observation-questions", new ObservationQuestions(SETTINGS),
          "observation-evidence", new ObservationEvidence(SETTINGS),
          "survey-questions", new SurveyQuestions(SETTINGS),
          "survey-evidence", new SurveyEvidence(SETTINGS));

  private Samples() {}

  /** The message of a function's golden rows. */
  static BsonDocument message(String function) {
    return BsonDocument.parse(text("/golden/" + function + "/sample.message.json"));
  }

  /** The rows that the message gives, sorted by their keys. */
  static List<BsonDocument> rows(String function) {
    return text("/golden/" + function + "/sample.rows.jsonl")
        .lines()
        .map(BsonDocument::parse)
        .sorted((a, b) -> key(a).compareTo(key(b)))
        .toList();
  }

  static String key(BsonDocument row) {
    return row.getString("record_key").getValue();
  }

  /** Documents that the messages refer to, by collection. */
  static BsonDocument lookups() {
    return BsonDocument.parse(text("/submissions/lookups.json"));
  }

  /** All of them at hand. */
  static LookupSource source() {
    Map<List<Object>, Value> documents = new HashMap<>();
    for (LookupCollection collection : LookupCollection.values()) {
      for (BsonValue document : lookups().getArray(collection.key())) {
        RawBsonDocument raw = new RawBsonDocument(document.asDocument(), new BsonDocumentCodec());
        String id = document.asDocument().getObjectId("_id").getValue().toHexString();
        documents.put(List.of(collection, id), SourceDatabase.view(raw));
      }
    }
    Lookups all = (collection, id) -> Optional.ofNullable(documents.get(List.of(collection, id)));
    return (LookupKeys keys) -> all;
  }

  /** A new directory. */
  static Path directory() {
    try {
      Path target = Files.createDirectories(Path.of("target", "it"));
      return Files.createTempDirectory(target, "objects-");
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  static StreamRoute route(String function, int maxBytes) {
    return new StreamRoute(function, "test-row", INPUT, SINK, RULES.get(function), maxBytes);
  }

  static ConsumerRecord<byte[], byte[]> record(long offset, String value) {
    return new ConsumerRecord<>(INPUT, 3, offset, utf8("key" + offset), utf8(value));
  }

  static byte[] utf8(String text) {
    return text == null ? null : text.getBytes(StandardCharsets.UTF_8);
  }

  static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static String text(String resource) {
    try (InputStream in = Samples.class.getResourceAsStream(resource)) {
      return text(in.readAllBytes());
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }
}
