package org.mlanalytics.local.data;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/** Submissions as they arrive on topics; only those that are completed give rows. */
public final class SampleSubmissions {

  private static final String RESOURCES = "/samples/kafka/";
  private static final Map<String, List<String>> STATES =
      Map.of(
          "observation", List.of("completed", "inprogress", "started"),
          "survey", List.of("completed", "started"));

  private final String bootstrap;
  private final String env;

  /**
   * Submissions for the topics of an environment.
   *
   * @param bootstrap addresses of the brokers
   * @param env first part of the topics
   */
  public SampleSubmissions(String bootstrap, String env) {
    this.bootstrap = bootstrap;
    this.env = env;
  }

  /**
   * A sample as JSON.
   *
   * @param kind {@code observation} or {@code survey}
   * @param state {@code completed}, {@code inprogress} or {@code started}
   */
  public static String json(String kind, String state) throws IOException {
    String name = RESOURCES + kind + '.' + state + ".json";
    try (InputStream in = SampleSubmissions.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new FileNotFoundException(name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /**
   * Sends all samples.
   *
   * @return how many there are
   */
  public int sendAll() throws IOException {
    int sent = 0;
    for (Map.Entry<String, List<String>> kind : STATES.entrySet()) {
      for (String state : kind.getValue()) {
        send(kind.getKey(), json(kind.getKey(), state));
        sent++;
      }
    }
    return sent;
  }

  /** Sends a message to the topic of a kind of submissions and waits until the broker has it. */
  public void send(String kind, String message) {
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", bootstrap),
            new StringSerializer(),
            new StringSerializer())) {
      producer.send(new ProducerRecord<>(env + ".ml." + kind + ".raw", message));
      producer.flush();
    }
  }
}
