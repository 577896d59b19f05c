package org.mlanalytics.stream.observationquestions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mlanalytics.local.Await;
import org.mlanalytics.local.KafkaNode;
import org.mlanalytics.local.LocalServers;
import org.mlanalytics.local.MongoNode;

/** Messages that a Knative KafkaSource would send, with the packaged function and real servers. */
@Tag("slow")
@Tag("nightly")
@QuarkusIntegrationTest
@QuarkusTestResource(KafkaAndMongo.class)
class HttpTriggerIT {

  private static final String DEAD_LETTERS = KafkaAndMongo.HTTP_INPUT + ".dlq";
  private static final Duration SOON = Duration.ofSeconds(60);

  LocalServers servers;

  @Test
  void whatIsAcknowledgedIsCommittedOnceAndWhatIsNotComesAgain() throws Exception {
    String message = Golden.text("sample.message.json");
    List<String> keys =
        Golden.text("sample.rows.jsonl")
            .lines()
            .map(row -> BsonDocument.parse(row).getString("record_key").getValue())
            .sorted()
            .toList();
    try (HttpFunction first = HttpFunction.start(servers, "1h")) {
      first.deliver(5, message, Map.of());
      assertEquals(keys, keys(keys.size()));
      // as if the reply had been lost
      first.deliver(5, message, Map.of());
      assertEquals(400, first.post(6, message, Map.of("ce-id", "6")).statusCode());
      // what is not written yet is written at the end
      first.stop();
    }

    MongoNode mongo = servers.mongo().orElseThrow();
    KafkaNode kafka = servers.kafka().orElseThrow();
    try (HttpFunction second = HttpFunction.start(servers, "100ms")) {
      second.deliver(5, message, Map.of());
      assertEquals(Map.of("in", 1L, "out", (long) keys.size()), runs(second));

      mongo.kill();
      Map<String, String> redriven = Map.of("ce-kafkaheaderredrivecount", "2");
      second.deliver(7, "{poison", redriven);
      assertAway("MLA-3001", second.post(8, message, Map.of()));
      mongo.start();
      mongo.awaitReady();
      // counted while nothing could be written
      Await.until(
          "runs",
          SOON,
          () -> runs(second).equals(Map.of("in", 2L, "out", (long) keys.size(), "not-json", 1L)));

      kafka.kill();
      assertAway("MLA-3005", second.post(9, message, Map.of()));
      kafka.start();
      kafka.awaitReady();
      second.deliver(9, message, Map.of());
      // late, but not lost
      second.deliver(8, message, Map.of());
    }
    assertEquals(
        keys.stream().flatMap(key -> List.of(key, key, key).stream()).toList(),
        keys(3 * keys.size()));
    ConsumerRecord<String, String> letter = Topic.read(servers, DEAD_LETTERS, 1).get(0);
    assertEquals("{poison", letter.value());
    assertEquals(
        Map.of("redrive-count", "2", "dead-letter-offset", "7", "dead-letter-reason", "not-json"),
        List.of("redrive-count", "dead-letter-offset", "dead-letter-reason").stream()
            .collect(Collectors.toMap(name -> name, name -> header(letter, name))));
  }

  private List<String> keys(int count) {
    return Topic.read(servers, KafkaAndMongo.HTTP_SINK, count).stream()
        .map(ConsumerRecord::key)
        .sorted()
        .toList();
  }

  /** What all processes have counted, whatever hour it was. */
  private static Map<String, Long> runs(HttpFunction function) throws Exception {
    HttpResponse<String> answer = function.get("/stream-runs?function=observation-questions");
    assertEquals(200, answer.statusCode(), answer.body());
    Map<String, Long> counts = new TreeMap<>();
    for (BsonValue hour : BsonArray.parse(answer.body())) {
      BsonDocument run = hour.asDocument();
      if (run.getString("topic").getValue().equals(KafkaAndMongo.HTTP_INPUT)) {
        counts.merge("in", run.getNumber("in").longValue(), Long::sum);
        counts.merge("out", run.getNumber("out").longValue(), Long::sum);
        run.getDocument("deadLettered")
            .forEach((why, n) -> counts.merge(why, n.asNumber().longValue(), Long::sum));
      }
    }
    return counts;
  }

  private static void assertAway(String code, HttpResponse<String> answer) {
    assertEquals(503, answer.statusCode(), answer.body());
    assertTrue(answer.headers().firstValue("Retry-After").isPresent());
    assertEquals(
        "application/problem+json", answer.headers().firstValue("Content-Type").orElseThrow());
    assertEquals(code, BsonDocument.parse(answer.body()).getString("code").getValue());
  }

  private static String header(ConsumerRecord<String, String> record, String name) {
    return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
  }
}
