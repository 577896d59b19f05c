package org.mlanalytics.bench.streams;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class TopicDigestTest {

  @Test
  void orderDoesNotMatterButEverythingElse() {
    String digest = of("a", "b").toString();

    assertEquals(digest, of("b", "a").toString());
    assertNotEquals(digest, of("a", "c").toString());
    assertNotEquals(digest, of("a", "b", "b").toString());
    assertNotEquals(of("a", "a").toString(), of("b", "b").toString());
  }

  private static TopicDigest of(String... rows) {
    TopicDigest digest = new TopicDigest();
    List.of(rows)
        .forEach(
            row ->
                digest.add(
                    new ConsumerRecord<>("topic", 0, 0, RowRecord.utf8(row), RowRecord.utf8(row))));
    return digest;
  }
}
