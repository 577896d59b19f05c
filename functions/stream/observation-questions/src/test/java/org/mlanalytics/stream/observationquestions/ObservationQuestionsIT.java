package org.mlanalytics.stream.observationquestions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.bson.BsonDocument;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mlanalytics.local.LocalServers;

/** The packaged function, as a JVM program or natively compiled, on real servers. */
@Tag("slow")
@QuarkusIntegrationTest
@QuarkusTestResource(KafkaAndMongo.class)
class ObservationQuestionsIT {

  LocalServers servers;

  @TestHTTPResource("/q/health/ready")
  URL ready;

  @Test
  void aCompletedObservationBecomesItsRows() throws Exception {
    Set<BsonDocument> expected =
        Golden.text("sample.rows.jsonl")
            .lines()
            .map(BsonDocument::parse)
            .collect(Collectors.toSet());
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(broker(), new StringSerializer(), new StringSerializer())) {
      producer
          .send(new ProducerRecord<>(KafkaAndMongo.INPUT, Golden.text("sample.message.json")))
          .get();
    }
    List<ConsumerRecord<String, String>> rows =
        Topic.read(servers, KafkaAndMongo.SINK, expected.size());
    assertEquals(
        expected,
        rows.stream().map(row -> BsonDocument.parse(row.value())).collect(Collectors.toSet()));
    assertEquals(
        Set.of("org.mlanalytics.observation-question.v1"),
        rows.stream()
            .map(row -> row.headers().lastHeader("ce_type").value())
            .map(type -> new String(type, StandardCharsets.UTF_8))
            .collect(Collectors.toSet()));
    HttpResponse<String> health =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(URI.create(ready.toString())).build(),
                HttpResponse.BodyHandlers.ofString());
    assertEquals(200, health.statusCode(), health.body());
    assertTrue(health.body().contains("\"observation-questions\": \"RUNNING\""), health.body());
  }

  private Map<String, Object> broker() {
    return Map.of("bootstrap.servers", servers.kafkaBootstrap());
  }
}
