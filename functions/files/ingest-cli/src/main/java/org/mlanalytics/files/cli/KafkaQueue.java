package org.mlanalytics.files.cli;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.StringSerializer;
import picocli.CommandLine.Option;

/** The topics of requests, one for each priority. */
final class KafkaQueue {

  private static final int LIMIT_MILLIS = 30_000;

  @Option(
      names = "--bootstrap-servers",
      paramLabel = "HOST:PORT",
      defaultValue = "${env:KAFKA_BOOTSTRAP_SERVERS:-127.0.0.1:9092}",
      description = "The brokers (KAFKA_BOOTSTRAP_SERVERS; default: 127.0.0.1:9092).")
  private String bootstrapServers;

  @Option(
      names = "--topic",
      paramLabel = "PREFIX",
      defaultValue = "${env:MLA_FILES_QUEUE_TOPIC:-dev.ml.files}",
      description =
          "Name of the topics without their priority (MLA_FILES_QUEUE_TOPIC; default: dev.ml.files).")
  private String topic;

  @Option(
      names = "--kafka-properties",
      paramLabel = "FILE",
      description = "Properties of the client, as for its security.")
  private Path properties;

  /** Returns when the broker has the requests for good. */
  void put(String priority, List<String> requests) {
    String name = topic + "." + Priorities.checked(priority);
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(settings(), new StringSerializer(), new StringSerializer())) {
      List<Future<?>> sent = new ArrayList<>();
      requests.forEach(request -> sent.add(producer.send(new ProducerRecord<>(name, request))));
      for (Future<?> one : sent) {
        one.get();
      }
    } catch (ExecutionException e) {
      throw CommandFailure.unavailable("the request is not queued", e.getCause());
    } catch (KafkaException e) {
      throw CommandFailure.unavailable("the request is not queued", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw CommandFailure.unavailable("interrupted", e);
    }
  }

  private Properties settings() {
    Properties settings = new Properties();
    if (properties != null) {
      try (Reader reader = Files.newBufferedReader(properties)) {
        settings.load(reader);
      } catch (IOException e) {
        throw CommandFailure.usage("the properties cannot be read: " + properties);
      }
    }
    settings.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
    settings.put(ProducerConfig.ACKS_CONFIG, "all");
    settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
    settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, LIMIT_MILLIS);
    settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, LIMIT_MILLIS / 2);
    settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, LIMIT_MILLIS);
    return settings;
  }
}
