package org.mlanalytics.local.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;

class AnsweredObservationsTest {

  private static final int SUBMISSIONS = 2000;
  private static final int ANSWERS = 6;

  private final AnsweredObservations observations = AnsweredObservations.of(SUBMISSIONS, ANSWERS);
  private final List<ObservationMessage> messages =
      IntStream.range(0, SUBMISSIONS).mapToObj(observations::message).toList();

  @Test
  void sameSeedGivesTheSameMessages() {
    AnsweredObservations other = new AnsweredObservations(1, SUBMISSIONS, ANSWERS);

    assertEquals(messages.get(4), AnsweredObservations.of(SUBMISSIONS, ANSWERS).message(4));
    assertNotEquals(messages.get(4), other.message(4));
  }

  @Test
  void noRowComesTwiceAndHiddenSubmissionsGiveNone() {
    List<String> keys = messages.stream().flatMap(message -> message.rowKeys().stream()).toList();

    assertEquals(keys.size(), new HashSet<>(keys).size());
    assertEquals(0.05, share(message -> message.rowKeys().isEmpty()), 0.02);
    assertEquals(2.1, (double) keys.size() / SUBMISSIONS / ANSWERS, 0.1);
  }

  @Test
  void allAreCompletedAndTheirCriteriaAreThoseOfTheCollection() {
    Set<String> criteria = new HashSet<>();
    observations.criteriaQuestions().forEach(each -> criteria.add(each.get("_id").toString()));

    for (ObservationMessage message : messages) {
      Document submission = Document.parse(message.json());
      assertEquals("completed", submission.getString("status"));
      submission
          .get("answers", Document.class)
          .values()
          .forEach(answer -> assertEquals(true, criteria.contains(criterion(answer))));
    }
  }

  private static String criterion(Object answer) {
    return ((Document) answer).getString("criteriaId");
  }

  private double share(Predicate<ObservationMessage> predicate) {
    return (double) messages.stream().filter(predicate).count() / SUBMISSIONS;
  }
}
