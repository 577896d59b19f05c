package org.mlanalytics.stream.redrive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mlanalytics.local.Await;
import org.mlanalytics.local.LocalServers;
import org.mlanalytics.runtime.error.AnalyticsException;
import org.mlanalytics.runtime.error.ErrorCode;
import org.mlanalytics.streaming.LoggedStreams;
import org.mlanalytics.streaming.StreamHeaders;

/** Dead letters of a real broker go back, each at most once; a stream takes them in. */
@Tag("slow")
@QuarkusTest
@QuarkusTestResource(KafkaAndMongo.class)
class RedriveIT {

  private static final Duration SOON = Duration.ofSeconds(90);
  private static final String LETTERS = KafkaAndMongo.UNREAD + ".dlq";

  @Inject Redrive redrive;
  @Inject RedriveClients clients;
  @Inject LoggedStreams streams;
  @Inject MongoClient mongo;
  LocalServers servers;

  @TestHTTPResource("/redrive")
  URL address;

  @Test
  void afterARepairEveryAnswerComesThroughOnceAndNoOtherTwice() throws Exception {
    BsonDocument message = BsonDocument.parse(text("sample.message.json"));
    ObjectId criterion = criterion(message);
    MongoCollection<Document> criteria =
        mongo.getDatabase("ml-survey").getCollection("criteriaQuestions");
    Document sound = criteria.find(Filters.eq("_id", criterion)).first();
    criteria.updateOne(Filters.eq("_id", criterion), Updates.set("evidences", 1));
    long before = streams.total(TestStream.TEST_NAME).in();
    send(KafkaAndMongo.INPUT, message.toJson(), Map.of());
    awaitRead(before + 1);
    int letters = letters("wrong-type:criteriaQuestions.evidences");
    assertTrue(letters > 1, letters + " dead letters");

    criteria.replaceOne(Filters.eq("_id", criterion), sound);
    RedriveReply dry = redrive.run(request("wrong-type", null, true));
    assertEquals(
        Map.of("wrong-type:criteriaQuestions.evidences", (long) letters), dry.sentByReason());
    assertEquals(letters, dry.letters().size());
    RedriveReply some = redrive.run(request("wrong-type", 1, false));
    assertEquals(1, some.sent());
    assertTrue(some.more());
    RedriveReply rest = redrive.run(request("wrong-type", null, false));
    assertEquals(letters - 1, rest.sent());
    assertEquals(Map.of("already-redriven", 1L), rest.skipped());
    awaitRead(before + 1 + letters);
    String submission = message.getString("_id").getValue();
    assertEquals(expectedKeys(submission), publishedKeys(submission));
    assertEquals(letters, letters("wrong-type:criteriaQuestions.evidences"), "no new dead letter");
    RedriveReply again = redrive.run(request("wrong-type", null, false));
    assertEquals(0, again.sent());
    assertEquals(Map.of("already-redriven", (long) letters), again.skipped());
  }

  @Test
  void afterARepairOfASolutionAMessageComesThroughOnceAndOfTwoAnswersToAQuestionTheFirst()
      throws Exception {
    BsonDocument message = BsonDocument.parse(text("sample.message.json"));
    String submission = "64f5000000000000000000ff";
    message.put("_id", new BsonString(submission));
    BsonDocument answers = message.getDocument("answers");
    String first = answers.getFirstKey();
    answers.put("second", answers.getDocument(first).clone());
    MongoCollection<Document> solutions = mongo.getDatabase("ml-survey").getCollection("solutions");
    var solution = Filters.eq("_id", new ObjectId(message.getString("solutionId").getValue()));
    Document sound = solutions.find(solution).first();
    solutions.updateOne(solution, Updates.set("name", new Document("wrong", "type")));
    long before = streams.total(TestStream.TEST_NAME).in();
    send(KafkaAndMongo.INPUT, message.toJson(), Map.of());
    awaitRead(before + 1);
    assertEquals(1, letters("wrong-type:solutions.name"));

    solutions.replaceOne(solution, sound);
    assertEquals(1, redrive.run(request("wrong-type:solutions.name", null, false)).sent());
    awaitRead(before + 2);
    assertEquals(1, letters("duplicate-question"));
    assertEquals(1, redrive.run(request("duplicate-question", null, false)).sent());
    awaitRead(before + 3);
    assertEquals(2, letters("duplicate-question"));
    assertEquals(expectedKeys(submission), publishedKeys(submission));
  }

  @Test
  void poisonGoesRoundSoOftenAndNoMore() throws Exception {
    long before = streams.total(TestStream.TEST_NAME).in();
    send(KafkaAndMongo.INPUT, "{poison", Map.of());
    for (int count = 1; count <= 3; count++) {
      awaitRead(before + count);
      assertEquals(1, redrive.run(request("not-json", null, false)).sent());
    }
    awaitRead(before + 4);
    RedriveReply last = redrive.run(request("not-json", null, false));
    assertEquals(0, last.sent());
    assertEquals(Map.of("already-redriven", 3L, "redriven-too-often", 1L), last.skipped());
  }

  @Test
  void aMessageThatIsTooLargeComesBackFromTheObjectStoreAsItWas() throws Exception {
    String large = "{\"padding\":\"" + "x".repeat(1_010_000) + "\"}";
    long before = streams.total(TestStream.TEST_NAME).in();
    send(KafkaAndMongo.INPUT, large, Map.of());
    awaitRead(before + 1);
    assertEquals(1, redrive.run(request("too-large", null, true)).sent());
    assertEquals(1, redrive.run(request("too-large", null, false)).sent());
    awaitRead(before + 2);
    Set<String> objects =
        CommittedRecords.of(servers.kafkaBootstrap(), KafkaAndMongo.INPUT + ".dlq")
            .with(StreamHeaders.REASON, "too-large")
            .stream()
            .map(letter -> StreamHeaders.text(letter.headers(), StreamHeaders.OBJECT))
            .collect(Collectors.toSet());
    assertEquals(1, objects.size(), "put aside twice, kept once");

    String object = objects.iterator().next();
    letter("gone", null, Map.of(StreamHeaders.OFFSET, "4711", StreamHeaders.OBJECT, object));
    assertEquals(1, redrive.run(of("gone")).sent());
    var sent =
        CommittedRecords.of(servers.kafkaBootstrap(), KafkaAndMongo.UNREAD)
            .with(StreamHeaders.REDRIVE_FUNCTION, "gone");
    assertEquals(1, sent.size());
    assertEquals(large, new String(sent.get(0).value(), StandardCharsets.UTF_8));
  }

  @Test
  void whatADyingRedriveHasSentIsNotSeenAndComesOnceFromItsSuccessor() throws Exception {
    letter("dying", "value");
    Producer<byte[], byte[]> dying = clients.producer(KafkaAndMongo.UNREAD);
    dying.initTransactions();
    dying.beginTransaction();
    dying.send(new ProducerRecord<>(KafkaAndMongo.UNREAD, bytes("value")));
    dying.send(mark("0"));
    dying.flush();

    assertEquals(1, redrive.run(of("dying")).sent());
    assertEquals(1, sent("dying"));
    assertThrows(KafkaException.class, dying::commitTransaction, "it is shut out");
    dying.close(Duration.ZERO);
    assertEquals(Map.of("already-redriven", 1L), redrive.run(of("dying")).skipped());
  }

  @Test
  void aMarkBehindAnOpenTransactionIsWaitedFor() throws Exception {
    long offset = letter("open", "value");
    try (Producer<byte[], byte[]> open = clients.producer("open");
        Producer<byte[], byte[]> marking = clients.producer("marking")) {
      open.initTransactions();
      open.beginTransaction();
      open.send(new ProducerRecord<>(LETTERS, 0, null, null)).get();
      marking.initTransactions();
      marking.beginTransaction();
      marking.send(mark(Long.toString(offset)));
      marking.commitTransaction();
      CompletableFuture<RedriveReply> reply =
          CompletableFuture.supplyAsync(() -> redrive.run(of("open")));
      assertThrows(TimeoutException.class, () -> reply.get(2, TimeUnit.SECONDS));
      open.abortTransaction();
      assertEquals(
          Map.of("already-redriven", 1L), reply.get(SOON.toSeconds(), TimeUnit.SECONDS).skipped());
    }
    assertEquals(0, sent("open"));
  }

  @Test
  void aValueThatWasLeftOutIsReadWhereItIsOrSaidToBeGone() throws Exception {
    long original = send(KafkaAndMongo.UNREAD, "large", Map.of());
    letter("large", null, Map.of(StreamHeaders.OFFSET, Long.toString(original)));
    letter(
        "large",
        null,
        Map.of(StreamHeaders.OFFSET, "4711", StreamHeaders.OBJECT, "dead-letters/gone"));
    letter("large", "small", Map.of(StreamHeaders.FINAL, "partly-published"));
    letter("large", "small", Map.of(StreamHeaders.TOPIC, "elsewhere"));

    RedriveReply reply = redrive.run(of("large"));

    assertEquals(1, reply.sent());
    assertEquals(
        Map.of("original-gone", 1L, "partly-published", 1L, "no-origin", 1L), reply.skipped());
    assertEquals(
        List.of("original-gone", "partly-published", "no-origin"),
        reply.letters().stream().map(RedriveReply.View::skipped).toList());
    var sent =
        CommittedRecords.of(servers.kafkaBootstrap(), KafkaAndMongo.UNREAD)
            .with(StreamHeaders.REDRIVE_FUNCTION, "large");
    assertEquals("large", new String(sent.get(0).value(), StandardCharsets.UTF_8));
    assertEquals("1", StreamHeaders.text(sent.get(0).headers(), StreamHeaders.REDRIVE_COUNT));
    assertEquals(0, sent.get(0).partition());
  }

  @Test
  void oneAloneIsSentByItsPartitionAndOffset() throws Exception {
    letter("single", "a");
    long offset = letter("single", "b");
    letter("single", "c");
    RedriveRequest one =
        new RedriveRequest(KafkaAndMongo.UNREAD, null, null, null, null, 0, offset, null, null);
    assertEquals(1, redrive.run(one).sent());
    assertEquals(1, redrive.run(one).skipped().get("already-redriven"));
    assertEquals(1, sent("single"));
  }

  /** Its dead letters are those of the connector: none of them says which function it is of. */
  @Test
  void aRequestForAFileGoesBackOnce() throws Exception {
    String value = "{\"uri\":\"https://files.example.org/a.csv\",\"schema\":\"later\"}";
    send(
        KafkaAndMongo.FILES + ".dlq",
        value,
        Map.of(
            StreamHeaders.REASON, "MLA-7001: field schema",
            StreamHeaders.TOPIC, KafkaAndMongo.FILES,
            StreamHeaders.PARTITION, "1",
            StreamHeaders.OFFSET, "7"));
    RedriveRequest request =
        new RedriveRequest(
            KafkaAndMongo.FILES, null, "MLA-7001", null, null, null, null, null, null);

    assertEquals(1, redrive.run(request).sent());
    assertEquals(Map.of("already-redriven", 1L), redrive.run(request).skipped());

    var sent = CommittedRecords.of(servers.kafkaBootstrap(), KafkaAndMongo.FILES).records();
    assertEquals(1, sent.size());
    assertEquals(value, new String(sent.get(0).value(), StandardCharsets.UTF_8));
    assertEquals(1, sent.get(0).partition());
    assertEquals("1", StreamHeaders.text(sent.get(0).headers(), StreamHeaders.REDRIVE_COUNT));
  }

  @Test
  void isAskedOverHttp() throws Exception {
    letter("asked", "value");
    HttpResponse<String> answer =
        post("{\"topic\":\"%s\",\"function\":\"asked\"}".formatted(KafkaAndMongo.UNREAD));
    assertEquals(200, answer.statusCode(), answer.body());
    BsonDocument reply = BsonDocument.parse(answer.body());
    assertEquals(1, reply.getNumber("sent").longValue());
    assertEquals(BsonDocument.parse("{'too-large': 1}"), reply.getDocument("sentByReason"));
    assertEquals(1, sent("asked"));

    HttpResponse<String> refused = post("{\"topic\":\"dev.ml.observation.druid\"}");
    assertEquals(404, refused.statusCode(), refused.body());
    assertEquals("MLA-1007", BsonDocument.parse(refused.body()).getString("code").getValue());
  }

  private HttpResponse<String> post(String body) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(address.toURI())
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .build()
        .send(request, HttpResponse.BodyHandlers.ofString());
  }

  @Test
  void requestsThatCannotBeMetAreRefused() {
    refused(ErrorCode.NOT_FOUND, "dev.ml.observation.druid", null);
    refused(ErrorCode.MALFORMED_REQUEST, null, null);
    refused(ErrorCode.MALFORMED_REQUEST, KafkaAndMongo.UNREAD, 3L);
  }

  private static List<String> expectedKeys(String submission) throws IOException {
    return text("sample.rows.jsonl")
        .lines()
        .map(row -> BsonDocument.parse(row).getString("record_key").getValue())
        .map(key -> submission + key.substring(key.indexOf(':')))
        .sorted()
        .toList();
  }

  private List<String> publishedKeys(String submission) {
    return CommittedRecords.of(servers.kafkaBootstrap(), KafkaAndMongo.SINK).sortedKeys().stream()
        .filter(key -> key.startsWith(submission + ':'))
        .toList();
  }

  private void refused(ErrorCode code, String topic, Long offset) {
    RedriveRequest request =
        new RedriveRequest(topic, null, null, null, null, null, offset, null, null);
    assertEquals(code, assertThrows(AnalyticsException.class, () -> redrive.run(request)).code());
  }

  private RedriveRequest request(String reason, Integer limit, boolean dryRun) {
    return new RedriveRequest(
        KafkaAndMongo.INPUT, TestStream.TEST_NAME, reason, null, null, null, null, limit, dryRun);
  }

  private static RedriveRequest of(String function) {
    return new RedriveRequest(
        KafkaAndMongo.UNREAD, function, null, null, null, null, null, null, null);
  }

  private void awaitRead(long messages) {
    Await.until(
        messages + " messages", SOON, () -> streams.total(TestStream.TEST_NAME).in() >= messages);
  }

  private int letters(String reason) {
    return CommittedRecords.of(servers.kafkaBootstrap(), KafkaAndMongo.INPUT + ".dlq")
        .with(StreamHeaders.REASON, reason)
        .size();
  }

  private int sent(String function) {
    return CommittedRecords.of(servers.kafkaBootstrap(), KafkaAndMongo.UNREAD)
        .with(StreamHeaders.REDRIVE_FUNCTION, function)
        .size();
  }

  private long letter(String function, String value) throws Exception {
    return letter(function, value, Map.of());
  }

  private long letter(String function, String value, Map<String, String> headers) throws Exception {
    Map<String, String> all =
        new HashMap<>(
            Map.of(
                StreamHeaders.REASON, "too-large",
                StreamHeaders.FUNCTION, function,
                StreamHeaders.TOPIC, KafkaAndMongo.UNREAD,
                StreamHeaders.PARTITION, "0",
                StreamHeaders.OFFSET, "0"));
    all.putAll(headers);
    return send(LETTERS, value, all);
  }

  /** Sends to partition 0; tells the offset. */
  private long send(String topic, String value, Map<String, String> headers) throws Exception {
    try (Producer<byte[], byte[]> producer = clients.producer("test")) {
      producer.initTransactions();
      producer.beginTransaction();
      ProducerRecord<byte[], byte[]> record =
          new ProducerRecord<>(topic, 0, null, value == null ? null : bytes(value));
      headers.forEach((name, text) -> StreamHeaders.add(record.headers(), name, text));
      long offset = producer.send(record).get().offset();
      producer.commitTransaction();
      return offset;
    }
  }

  private static ProducerRecord<byte[], byte[]> mark(String offset) {
    ProducerRecord<byte[], byte[]> mark = new ProducerRecord<>(LETTERS, 0, null, null);
    StreamHeaders.add(mark.headers(), StreamHeaders.REDRIVEN, offset);
    return mark;
  }

  private static ObjectId criterion(BsonDocument message) {
    return message.getDocument("answers").values().stream()
        .map(answer -> answer.asDocument().get("criteriaId"))
        .filter(id -> id != null && id.isString())
        .map(id -> new ObjectId(id.asString().getValue()))
        .findFirst()
        .orElseThrow();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String text(String resource) throws IOException {
    try (InputStream in =
        RedriveIT.class.getResourceAsStream("/golden/observation-questions/" + resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
