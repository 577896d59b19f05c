package org.mlanalytics.bench.streams;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.Document;
import org.mlanalytics.local.data.AnsweredObservations;
import org.mlanalytics.local.data.ObservationMessage;

/** The submissions that all contenders read; always the same. */
final class Input {

  /** Answers of one submission. */
  static final int ANSWERS = 10;

  private static final int MOST = 100_000;
  private static final AnsweredObservations OBSERVATIONS = AnsweredObservations.of(MOST, ANSWERS);

  private Input() {}

  static Stream<ObservationMessage> messages(int count) {
    return IntStream.range(0, count).mapToObj(OBSERVATIONS::message);
  }

  static byte[] bytes(ObservationMessage message) {
    return message.json().getBytes(StandardCharsets.UTF_8);
  }

  /** What the submissions refer to, by collection. */
  static Map<String, List<Document>> collections() {
    return Map.of(
        "solutions", OBSERVATIONS.solutions().toList(),
        "programs", OBSERVATIONS.programs().toList(),
        "criteriaQuestions", OBSERVATIONS.criteriaQuestions().toList());
  }
}
