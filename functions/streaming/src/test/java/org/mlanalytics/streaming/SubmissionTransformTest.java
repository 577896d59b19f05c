package org.mlanalytics.streaming;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mlanalytics.runtime.stream.BatchCounts;

/** Messages become rows, dead letters and counts. */
class SubmissionTransformTest {

  private static final String FUNCTION = "observation-questions";
  private static final int LIMIT = 100_000;
  private static final StreamRoute ROUTE = Samples.route(FUNCTION, LIMIT);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "observation-questions",
        "observation-evidence",
        "survey-questions",
        "survey-evidence"
      })
  void aSubmissionBecomesItsRows(String function) {
    Transformed done =
        Transformed.of(
            Samples.route(function, LIMIT), Samples.record(7, Samples.message(function).toJson()));
    assertEquals(
        Samples.rows(function).stream().map(Samples::key).collect(Collectors.toSet()),
        done.rows().stream().map(row -> Samples.text(row.key())).collect(Collectors.toSet()));
    assertEquals(
        new BatchCounts(1, Samples.rows(function).size(), Map.of(), Map.of()), done.counts());
  }

  @Test
  void aRowIsACloudEvent() {
    ConsumerRecord<byte[], byte[]> message = completed(7);
    message.headers().add("traceparent", Samples.utf8("00-trace"));
    ProducerRecord<byte[], byte[]> row = Transformed.of(ROUTE, message).rows().get(0);
    assertEquals("1.0", Transformed.header(row, "ce_specversion"));
    assertEquals(Samples.text(row.key()), Transformed.header(row, "ce_id"));
    assertEquals("org.mlanalytics.test-row.v1", Transformed.header(row, "ce_type"));
    assertEquals("/functions/" + FUNCTION, Transformed.header(row, "ce_source"));
    assertEquals("application/json", Transformed.header(row, "content-type"));
    assertEquals("00-trace", Transformed.header(row, "traceparent"));
    assertEquals(
        Samples.text(row.key()), Samples.key(BsonDocument.parse(Samples.text(row.value()))));
  }

  @Test
  void allRowsOfASubmissionGoToThePartitionOfItsId() {
    // reference values of Kafka's own partitioner for these keys and five partitions
    Set<Integer> partitions =
        Transformed.of(ROUTE, completed(7)).rows().stream()
            .map(ProducerRecord::partition)
            .collect(Collectors.toSet());
    String id = Samples.message(FUNCTION).getString("_id").getValue();
    assertEquals(
        Set.of(
            org.apache.kafka.clients.producer.internals.BuiltInPartitioner.partitionForKey(
                Samples.utf8(id), Transformed.PARTITIONS)),
        partitions);
  }

  @Test
  void whatCannotBeReadBecomesADeadLetterAndItsNeighboursAreUntouched() {
    Transformed done =
        Transformed.of(ROUTE, completed(7), Samples.record(8, "{not json"), completed(9));
    assertEquals(2 * Samples.rows(FUNCTION).size(), done.rows().size());
    ProducerRecord<byte[], byte[]> letter = only(done.deadLetters());
    assertEquals("not-json", Transformed.header(letter, "dead-letter-reason"));
    assertEquals("in", Transformed.header(letter, "dead-letter-topic"));
    assertEquals("3", Transformed.header(letter, "dead-letter-partition"));
    assertEquals("8", Transformed.header(letter, "dead-letter-offset"));
    assertEquals(FUNCTION, Transformed.header(letter, "dead-letter-function"));
    assertNull(Transformed.header(letter, "dead-letter-question"));
    assertArrayEquals(Samples.utf8("key8"), letter.key());
    assertArrayEquals(Samples.utf8("{not json"), letter.value());
    assertEquals(Map.of("not-json", 1L), done.counts().deadLettered());
  }

  @Test
  void aMessageWithoutAValueIsADeadLetter() {
    assertEquals(
        "not-json",
        Transformed.header(
            only(Transformed.of(ROUTE, Samples.record(1, null)).deadLetters()),
            "dead-letter-reason"));
  }

  @Test
  void headersOfADeadLetterHoldNoValueOfTheMessage() {
    BsonDocument message = Samples.message(FUNCTION);
    message.put("completedDate", new BsonString("Asha Rao"));
    message.put("_id", new BsonString("secret-id"));
    ProducerRecord<byte[], byte[]> letter =
        only(Transformed.of(ROUTE, Samples.record(1, message.toJson())).deadLetters());
    assertEquals("timestamp:completedDate", Transformed.header(letter, "dead-letter-reason"));
    letter
        .headers()
        .forEach(
            header -> {
              String value = Samples.text(header.value());
              assertTrue(!value.contains("Asha") && !value.contains("secret"), value);
            });
  }

  @Test
  void anAnswerThatIsPutAsideNamesItsQuestion() {
    BsonDocument message = Samples.message(FUNCTION);
    String broken = breakATextAnswer(message);
    Transformed done = Transformed.of(ROUTE, Samples.record(1, message.toJson()));
    ProducerRecord<byte[], byte[]> letter = only(done.deadLetters());
    assertEquals("text-not-text", Transformed.header(letter, "dead-letter-reason"));
    assertEquals(broken, Transformed.header(letter, "dead-letter-question"));
    assertArrayEquals(Samples.utf8(message.toJson()), letter.value());
    assertTrue(done.rows().size() > 1 && done.rows().size() < Samples.rows(FUNCTION).size());
  }

  @Test
  void aMessageThatIsSentAgainForAnAnswerGivesTheRowsOfThatAnswerOnly() {
    BsonDocument sample = Samples.message(FUNCTION);
    String question = breakATextAnswer(sample);
    ProducerRecord<byte[], byte[]> letter =
        only(Transformed.of(ROUTE, Samples.record(1, sample.toJson())).deadLetters());
    ConsumerRecord<byte[], byte[]> mended = completed(1);
    mended
        .headers()
        .add("redrive-answer", letter.headers().lastHeader("dead-letter-answer").value());
    List<ProducerRecord<byte[], byte[]>> rows = Transformed.of(ROUTE, mended).rows();
    String begin = sample.getString("_id").getValue() + ":" + question + ":";
    assertTrue(!rows.isEmpty());
    assertEquals(
        Samples.rows(FUNCTION).stream()
            .map(Samples::key)
            .filter(key -> key.startsWith(begin))
            .collect(Collectors.toSet()),
        rows.stream().map(row -> Samples.text(row.key())).collect(Collectors.toSet()));
  }

  @Test
  void anAnswerOfWhichSomethingIsPublishedIsNeverSentAgain() {
    BsonDocument message = Samples.message(FUNCTION);
    message.put(
        "answers",
        BsonDocument.parse(
            """
            {q: {qid: 'q', responseType: 'multiselect', value: ['R9', 'R2'],
                 options: [{value: 'R2', label: 'two'}]}}
            """));
    ProducerRecord<byte[], byte[]> letter =
        only(Transformed.of(ROUTE, Samples.record(1, message.toJson())).deadLetters());
    assertEquals("partly-published", Transformed.header(letter, "dead-letter-final"));
    assertEquals("q", Transformed.header(letter, "dead-letter-answer"));
  }

  @Test
  void anAnswerWhoseNameFitsNoHeaderIsNeverSentAgain() {
    BsonDocument message = Samples.message(FUNCTION);
    message.put(
        "answers",
        new BsonDocument(
            "n".repeat(2_000), BsonDocument.parse("{responseType: 'text', value: 1}")));
    ProducerRecord<byte[], byte[]> letter =
        only(Transformed.of(ROUTE, Samples.record(1, message.toJson())).deadLetters());
    assertEquals("name-too-long", Transformed.header(letter, "dead-letter-final"));
    assertNull(Transformed.header(letter, "dead-letter-answer"));
  }

  @Test
  void aMessageThatIsSentAgainIsForTheFunctionThatPutItAside() {
    ConsumerRecord<byte[], byte[]> message = completed(1);
    message.headers().add("redrive-function", Samples.utf8("observation-evidence"));
    Transformed done = Transformed.of(ROUTE, message);
    assertEquals(List.of(), done.records());
    assertEquals(Map.of("another-function", 1L), done.counts().filtered());
  }

  @Test
  void aDeadLetterTellsHowOftenItsMessageWasSentAgainAndForWhichAnswer() {
    ConsumerRecord<byte[], byte[]> message = Samples.record(1, "{poison");
    message.headers().add("redrive-count", Samples.utf8("2"));
    message.headers().add("redrive-answer", Samples.utf8("m/2"));
    ProducerRecord<byte[], byte[]> letter = only(Transformed.of(ROUTE, message).deadLetters());
    assertEquals("2", Transformed.header(letter, "redrive-count"));
    assertEquals("m/2", Transformed.header(letter, "dead-letter-answer"));
  }

  @Test
  void whatIsNeverPublishedIsCounted() {
    BsonDocument message = Samples.message(FUNCTION);
    message.put("status", new BsonString("started"));
    Transformed done = Transformed.of(ROUTE, Samples.record(1, message.toJson()));
    assertEquals(List.of(), done.records());
    assertEquals(new BatchCounts(1, 0, Map.of("not-completed", 1L), Map.of()), done.counts());
  }

  @Test
  void aMessageThatIsTooLargeBecomesAnObject() {
    String large = '"' + "x".repeat(LIMIT) + '"';
    Transformed done = Transformed.of(ROUTE, Samples.record(1, large), completed(2));
    ProducerRecord<byte[], byte[]> letter = only(done.deadLetters());
    assertEquals("too-large", Transformed.header(letter, "dead-letter-reason"));
    assertArrayEquals(Samples.utf8("key1"), letter.key());
    assertNull(letter.value());
    assertArrayEquals(Samples.utf8(large), done.payload(letter, "dead-letter-object"));
    assertEquals(Samples.rows(FUNCTION).size(), done.rows().size());
  }

  @Test
  void aMessageWithARowThatIsTooLargePublishesNothing() {
    BsonDocument message = Samples.message(FUNCTION);
    int size = message.toJson().length();
    // the entity's id is in three columns of each row
    message.put("entityId", new BsonString("e".repeat(size)));
    Transformed done =
        Transformed.of(
            Samples.route(FUNCTION, 2 * size + 100), Samples.record(1, message.toJson()));
    assertEquals(List.of(), done.rows());
    ProducerRecord<byte[], byte[]> letter = only(done.deadLetters());
    assertEquals("too-large", Transformed.header(letter, "dead-letter-reason"));
    assertArrayEquals(Samples.utf8(message.toJson()), letter.value());
    assertNull(Transformed.header(letter, "dead-letter-object"));
    BsonDocument row =
        BsonDocument.parse(Samples.text(done.payload(letter, "dead-letter-row-object")));
    assertEquals(message.get("entityId"), row.get("entity"));
  }

  @Test
  void aMessageWithoutItsKeyIsNoObject() {
    ConsumerRecord<byte[], byte[]> message =
        new ConsumerRecord<>(Samples.INPUT, 0, 0, new byte[LIMIT], Samples.utf8("{}"));
    ProducerRecord<byte[], byte[]> letter = only(Transformed.of(ROUTE, message).deadLetters());
    assertNull(letter.key());
    assertNull(Transformed.header(letter, "dead-letter-object"));
  }

  private static ConsumerRecord<byte[], byte[]> completed(long offset) {
    return Samples.record(offset, Samples.message(FUNCTION).toJson());
  }

  /** Makes a number of the first text answer; tells which question it answers. */
  private static String breakATextAnswer(BsonDocument message) {
    BsonDocument answers = message.getDocument("answers");
    String name =
        answers.keySet().stream()
            .filter(key -> answers.getDocument(key).get("responseType") != null)
            .filter(
                key -> answers.getDocument(key).get("responseType").equals(new BsonString("text")))
            .filter(key -> answers.getDocument(key).containsKey("value"))
            .findFirst()
            .orElseThrow();
    answers.getDocument(name).put("value", new BsonInt32(1));
    return answers.getDocument(name).getString("qid").getValue();
  }

  private static <T> T only(List<T> list) {
    assertEquals(1, list.size());
    return list.get(0);
  }
}
