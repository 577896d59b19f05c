package org.mlanalytics.local.streams;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.bson.Document;
import org.mlanalytics.local.LocalServers;
import org.mlanalytics.local.data.AnsweredObservations;
import org.mlanalytics.local.data.ObservationMessage;

/** A broker, a Mongo server with what observations refer to, and instances of the function. */
final class Installation implements AutoCloseable {

  private static final String FUNCTION = "observation-questions";

  /** A crash is noticed after seconds; a commit is small enough to be cut in the middle of much. */
  private static final Map<String, String> SETTINGS =
      Map.of(
          "MLA_STREAM_SESSION_TIMEOUT", "3s",
          "MLA_STREAM_TRANSACTION_TIMEOUT", "5s",
          "MLA_STREAM_MAX_POLL_RECORDS", "20");

  private final LocalServers servers;
  private final SubmissionTopics topics;
  private final Path log;
  private final List<StreamProcess> started = new ArrayList<>();

  Installation() throws IOException, ExecutionException, InterruptedException {
    Path directory =
        Files.createTempDirectory(
            Files.createDirectories(Path.of("target", "it").toAbsolutePath()), "streams-");
    log = directory.resolve("functions.log");
    servers =
        LocalServers.builder()
            .withKafka()
            .withMongo()
            .persistent(true)
            .dataDir(directory)
            .environment(Map.of())
            .kafkaJvmArguments(
                "-Dlocal.kafka.transaction.abort.timed.out.transaction.cleanup.interval.ms=500")
            .start();
    topics = new SubmissionTopics(servers.kafkaBootstrap());
    topics.create();
  }

  /** Puts what the messages refer to into the Mongo server. */
  Installation with(AnsweredObservations observations) {
    try (MongoClient mongo = MongoClients.create(servers.mongoUri())) {
      MongoDatabase database = mongo.getDatabase("ml-survey");
      database.getCollection("solutions").insertMany(observations.solutions().toList());
      database.getCollection("programs").insertMany(observations.programs().toList());
      database
          .getCollection("criteriaQuestions")
          .insertMany(observations.criteriaQuestions().toList());
    }
    return this;
  }

  /** Puts documents into the Mongo server, by collection. */
  void load(Document collections) {
    try (MongoClient mongo = MongoClients.create(servers.mongoUri())) {
      MongoDatabase database = mongo.getDatabase("ml-survey");
      collections
          .keySet()
          .forEach(
              name ->
                  database
                      .getCollection(name)
                      .insertMany(collections.getList(name, Document.class)));
    }
  }

  /** Sends messages, and returns the keys of the rows that they have to give, by submission. */
  Map<String, List<String>> send(Stream<ObservationMessage> messages)
      throws ExecutionException, InterruptedException {
    Map<String, List<String>> expected = new TreeMap<>();
    Stream<ProducerRecord<byte[], byte[]>> records =
        messages.map(
            message -> {
              RowKeys.add(message, expected);
              return record(message);
            });
    topics.send(records::iterator);
    return expected;
  }

  /** Starts an instance that consumes until it is ended, or this installation is closed. */
  StreamProcess start() {
    return start(Map.of());
  }

  /** The same with settings beside the usual ones. */
  StreamProcess start(Map<String, String> settings) {
    Map<String, String> environment = new HashMap<>(SETTINGS);
    environment.put("MONGODB_URI", servers.mongoUri());
    environment.put("KAFKA_BOOTSTRAP_SERVERS", servers.kafkaBootstrap());
    environment.put("MLA_OBJECTS_DIRECTORY", servers.objectStore().toString());
    environment.putAll(settings);
    StreamProcess process = StreamProcess.start(FUNCTION, log, environment);
    started.add(process);
    return process;
  }

  SubmissionTopics topics() {
    return topics;
  }

  LocalServers servers() {
    return servers;
  }

  /** The message as a record, keyed by its submission so that its partition is always the same. */
  static ProducerRecord<byte[], byte[]> record(ObservationMessage message) {
    return record(message.id(), Texts.utf8(message.json()));
  }

  static ProducerRecord<byte[], byte[]> record(String key, byte[] value) {
    return new ProducerRecord<>(SubmissionTopics.INPUT, Texts.utf8(key), value);
  }

  @Override
  public void close() {
    started.forEach(StreamProcess::close);
    topics.close();
    servers.close();
  }
}
