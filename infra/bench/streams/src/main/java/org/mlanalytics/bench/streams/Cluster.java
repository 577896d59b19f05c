package org.mlanalytics.bench.streams;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.mlanalytics.local.LocalServers;
import org.mlanalytics.local.Topics;

/** The servers of a contest, seen from outside its contenders. */
final class Cluster implements AutoCloseable {

  static final int PARTITIONS = 4;

  private static final Duration POLL = Duration.ofMillis(500);

  private final LocalServers servers;
  private final Admin admin;

  Cluster(Path directory) {
    servers =
        LocalServers.builder()
            .withKafka()
            .withMongo()
            .dataDir(directory)
            .environment(Map.of())
            .start();
    admin = Admin.create(broker());
    try (MongoClient mongo = MongoClients.create(servers.mongoUri())) {
      Input.collections()
          .forEach(
              (name, documents) ->
                  mongo.getDatabase("ml-survey").getCollection(name).insertMany(documents));
    }
  }

  String bootstrap() {
    return servers.kafkaBootstrap();
  }

  String mongoUri() {
    return servers.mongoUri();
  }

  long brokerPid() {
    return servers.kafka().orElseThrow().pid();
  }

  void create(String... topics) {
    for (String topic : topics) {
      Topics.create(bootstrap(), Map.of(topic, PARTITIONS));
    }
  }

  void delete(String topic) throws ExecutionException, InterruptedException {
    admin.deleteTopics(List.of(topic)).all().get();
  }

  /** Fills a topic; the length of all messages. */
  long fill(String topic, int submissions) {
    long[] bytes = {0};
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(
            Map.of(
                "bootstrap.servers", bootstrap(),
                "linger.ms", "20",
                "max.in.flight.requests.per.connection", "1"),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      Input.messages(submissions)
          .forEach(
              message -> {
                byte[] value = Input.bytes(message);
                bytes[0] += value.length;
                producer.send(new ProducerRecord<>(topic, RowRecord.utf8(message.id()), value));
              });
      producer.flush();
    }
    return bytes[0];
  }

  /** Whether the group has committed all that readers of the topic see. */
  boolean isConsumed(String group, String topic) throws ExecutionException, InterruptedException {
    Map<TopicPartition, OffsetAndMetadata> committed =
        admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get();
    Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
    partitions(topic).forEach(partition -> latest.put(partition, OffsetSpec.latest()));
    return admin.listOffsets(latest).all().get().entrySet().stream()
        .allMatch(
            end -> {
              OffsetAndMetadata offset = committed.get(end.getKey());
              // behind the last record of a transaction there is its marker
              return end.getValue().offset() == 0
                  || offset != null && offset.offset() >= end.getValue().offset() - 1;
            });
  }

  /** All that readers of a topic see. */
  TopicDigest digest(String topic) {
    TopicDigest digest = new TopicDigest();
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", bootstrap(), "isolation.level", "read_committed"),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      List<TopicPartition> partitions = partitions(topic);
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      Set<TopicPartition> open = new HashSet<>(partitions);
      while (!open.isEmpty()) {
        open.removeIf(partition -> consumer.position(partition) >= ends.get(partition));
        consumer.poll(open.isEmpty() ? Duration.ZERO : POLL).forEach(digest::add);
      }
    }
    return digest;
  }

  private static List<TopicPartition> partitions(String topic) {
    return IntStream.range(0, PARTITIONS)
        .mapToObj(partition -> new TopicPartition(topic, partition))
        .toList();
  }

  private Map<String, Object> broker() {
    return Map.of("bootstrap.servers", bootstrap());
  }

  @Override
  public void close() {
    admin.close();
    servers.close();
  }
}
