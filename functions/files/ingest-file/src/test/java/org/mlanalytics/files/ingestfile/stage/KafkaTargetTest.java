package org.mlanalytics.files.ingestfile.stage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.mlanalytics.files.checking.CheckLimits;
import org.mlanalytics.files.checking.FileChecker;
import org.mlanalytics.files.checking.source.FileFormat;
import org.mlanalytics.runtime.error.AnalyticsException;
import org.mlanalytics.runtime.error.ErrorCode;

/** What a real broker does with these transactions is seen by the tests that kill workers. */
class KafkaTargetTest {

  private final MockProducer<byte[], byte[]> producer =
      new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer());

  @Test
  void aSmallFileIsOneTransactionWithItsNumberOfRows() throws Exception {
    KafkaTarget target = target(0, 100, "a");

    read(target, "a,b\n1,x\n2,\n3,z\n");
    assertEquals(0, producer.history().size(), "nothing is committed before the end");
    target.complete();

    assertEquals(List.of("1", "2", "3"), keys());
    assertEquals("{\"a\":2}", text(producer.history().get(1).value()));
    assertEquals("digest:3", header(producer.history().get(1), "ce_id"));
    assertEquals(3, target.loaded());
    assertEquals(List.of(3L), committed());
  }

  @Test
  void rowsThatAreThereAreNotSentAgain() throws Exception {
    KafkaTarget target = target(2, 2, "a");

    read(target, "a,b\n1,x\n2,y\n3,z\n4,z\n5,z\n");
    target.complete();

    assertEquals(List.of("3", "4", "5"), keys());
    assertEquals(List.of(4L, 5L), committed());
    assertEquals(5, target.loaded());
  }

  @Test
  void aKeyIsTheValuesOfItsColumnsOrTheDigestOfTheRow() throws Exception {
    KafkaTarget target = target(0, 100, "a", "b");

    read(target, "a,b\n1,x:%\n1,\n");
    target.complete();

    assertEquals("1:x%3A%25", keys().get(0));
    assertEquals(64, keys().get(1).length());
  }

  @Test
  void aFaultHasTheCodeOfWhatToDo() {
    assertEquals(ErrorCode.LEASE_LOST, code(new ProducerFencedException("x")));
    assertEquals(
        ErrorCode.FILE_NOT_LOADED,
        code(new KafkaException("in an error state", new RecordTooLargeException("x"))));
    assertEquals(ErrorCode.BROKER_UNAVAILABLE, code(new TimeoutException("x")));
    assertEquals(ErrorCode.UNEXPECTED, code(new KafkaException("x")));
  }

  @Test
  void whoIsFencedStops() throws Exception {
    KafkaTarget target = target(0, 100, "a");
    read(target, "a\n1\n");

    producer.fenceProducer();

    AnalyticsException e = assertThrows(AnalyticsException.class, target::complete);
    assertEquals(ErrorCode.LEASE_LOST, e.code());
    assertEquals(0, target.loaded());
  }

  private static ErrorCode code(KafkaException fault) {
    return KafkaFaults.coded(fault).code();
  }

  private KafkaTarget target(long done, long rows, String... key) {
    producer.initTransactions();
    return new KafkaTarget(
        producer,
        new KafkaProgress("load", "topic"),
        done,
        new KafkaRows("topic", List.of(key), "digest"),
        new KafkaTarget.Limits(rows, Duration.ofHours(1)));
  }

  private static void read(KafkaTarget target, String csv) throws Exception {
    FileChecker.check(
        new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)),
        FileFormat.csv(),
        null,
        CheckLimits.defaults(),
        target,
        bad -> {});
  }

  private List<String> keys() {
    return producer.history().stream().map(record -> text(record.key())).toList();
  }

  private List<Long> committed() {
    return producer.consumerGroupOffsetsHistory().stream()
        .map(groups -> groups.get("load").values().iterator().next().offset())
        .toList();
  }

  private static String header(ProducerRecord<byte[], byte[]> record, String name) {
    return text(record.headers().lastHeader(name).value());
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
