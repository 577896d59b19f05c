package org.mlanalytics.bench.streams;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;
import org.bson.Document;
import org.mlanalytics.core.submission.StreamRow;
import org.mlanalytics.core.submission.SubmissionOutcome;

/** The same rules in Kafka Streams, exactly once; what messages refer to is read at the start. */
public final class StreamsApp {

  private StreamsApp() {}

  /**
   * Runs until it is killed.
   *
   * @param args bootstrap servers, input, sink, application id, address of the Mongo server
   */
  public static void main(String[] args) {
    Transform transform = new Transform(collections(args[4]));
    StreamsBuilder builder = new StreamsBuilder();
    builder.stream(args[1], Consumed.with(Serdes.ByteArray(), Serdes.ByteArray()))
        .process(() -> new Rows(transform))
        .to(
            args[2],
            Produced.with(Serdes.String(), Serdes.ByteArray())
                .withStreamPartitioner(
                    (topic, key, value, partitions) ->
                        Optional.of(Set.of(RowRecord.partition(key, partitions)))));
    Properties properties = new Properties();
    properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, args[0]);
    properties.put(StreamsConfig.APPLICATION_ID_CONFIG, args[3]);
    properties.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
    properties.put("auto.offset.reset", "earliest");
    properties.put("max.poll.records", 500);
    RowRecord.BATCHES.forEach(
        (name, value) -> properties.put(StreamsConfig.producerPrefix(name), value));
    new KafkaStreams(builder.build(), properties).start();
  }

  private static Map<String, List<Document>> collections(String mongoUri) {
    Map<String, List<Document>> collections = new HashMap<>();
    try (MongoClient mongo = MongoClients.create(mongoUri)) {
      for (String name : List.of("solutions", "programs", "criteriaQuestions")) {
        collections.put(
            name,
            mongo.getDatabase("ml-survey").getCollection(name).find().into(new ArrayList<>()));
      }
    }
    return collections;
  }

  private static final class Rows extends ContextualProcessor<byte[], byte[], String, byte[]> {

    private final Transform transform;

    Rows(Transform transform) {
      this.transform = transform;
    }

    @Override
    public void process(Record<byte[], byte[]> message) {
      if (transform.of(message.value()) instanceof SubmissionOutcome.Published published) {
        for (StreamRow row : published.rows()) {
          RecordHeaders headers = new RecordHeaders();
          RowRecord.describe(RowRecord.utf8(row.key()), headers);
          context().forward(new Record<>(row.key(), row.value(), message.timestamp(), headers));
        }
      }
    }
  }
}
