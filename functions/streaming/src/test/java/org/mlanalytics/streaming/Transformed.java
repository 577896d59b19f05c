package org.mlanalytics.streaming;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.mlanalytics.runtime.object.LocalObjectStore;
import org.mlanalytics.runtime.stream.BatchCounts;

/** What became of some messages. */
record Transformed(
    List<ProducerRecord<byte[], byte[]>> records, BatchCounts counts, PayloadStore payloads) {

  static final int PARTITIONS = 5;

  @SafeVarargs
  static Transformed of(StreamRoute route, ConsumerRecord<byte[], byte[]>... messages) {
    SubmissionTransform transform = new SubmissionTransform(route, Samples.source());
    List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
    PayloadStore payloads = new PayloadStore(new LocalObjectStore(Samples.directory()));
    BatchOutput out = new BatchOutput(new OutputRecords(route, payloads), PARTITIONS, records::add);
    transform.publish(transform.prepare(List.of(messages)), out);
    return new Transformed(records, out.counts(), payloads);
  }

  List<ProducerRecord<byte[], byte[]>> rows() {
    return to(Samples.SINK).toList();
  }

  List<ProducerRecord<byte[], byte[]>> deadLetters() {
    return to(Samples.INPUT + ".dlq").toList();
  }

  static String header(ProducerRecord<byte[], byte[]> record, String name) {
    var header = record.headers().lastHeader(name);
    return header == null ? null : Samples.text(header.value());
  }

  /** What the object holds that a header names. */
  byte[] payload(ProducerRecord<byte[], byte[]> letter, String header) {
    return payloads.get(header(letter, header)).orElseThrow();
  }

  private Stream<ProducerRecord<byte[], byte[]>> to(String topic) {
    return records.stream().filter(record -> record.topic().equals(topic));
  }
}
