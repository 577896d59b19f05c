package org.mlanalytics.streaming;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.mongodb.MongoTimeoutException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mlanalytics.core.submission.Lookups;
import org.mlanalytics.local.LocalServers;
import org.mlanalytics.runtime.stream.BatchCounts;

/** Loops against a real broker: what its readers see of committed records. */
@Tag("slow")
class TransactionalLoopIT {

  private static final LookupSource NO_LOOKUPS = keys -> Lookups.NONE;

  private static LocalServers servers;
  private final Recorded observer = new Recorded();

  @BeforeAll
  static void start() throws IOException {
    Path directory =
        Files.createTempDirectory(
            Files.createDirectories(Path.of("target", "it").toAbsolutePath()), "kafka-");
    servers = LocalServers.builder().withKafka().dataDir(directory).environment(Map.of()).start();
  }

  @AfterAll
  static void stop() {
    servers.close();
  }

  @Test
  void poisonGoesToTheDeadLettersAndItsNeighboursBecomeRows() throws Exception {
    String function = "observation-questions";
    Streams streams = streams(function).create();
    streams.send(
        Map.of(
            "1", "{poison",
            "2", Samples.message(function).toJson(),
            "3", Samples.message(function).append("status", new BsonString("started")).toJson()));
    RunningStream stream = streams.start(Samples.source(), observer);
    observer.awaitRead(3);
    Streams.stop(stream);
    SentRecords rows = streams.committed(streams.route().sinkTopic());
    assertEquals(
        Samples.rows(function),
        rows.records().stream()
            .map(row -> BsonDocument.parse(Samples.text(row.value())))
            .sorted((a, b) -> Samples.key(a).compareTo(Samples.key(b)))
            .toList());
    assertEquals(
        List.of("{poison"),
        streams.committed(streams.route().deadLetterTopic()).records().stream()
            .map(letter -> Samples.text(letter.value()))
            .toList());
    assertEquals(
        new BatchCounts(
            3, rows.records().size(), Map.of("not-completed", 1L), Map.of("not-json", 1L)),
        observer.total());
    assertEquals(TransactionalLoop.State.STOPPED, stream.loop().state());
  }

  @Test
  void whileMongoIsAwayNothingIsPublishedOrPutAside() throws Exception {
    GeneratedSurveys surveys = GeneratedSurveys.of(20);
    Streams streams = streams(GeneratedSurveys.FUNCTION).create();
    streams.send(surveys.messages());
    AtomicBoolean away = new AtomicBoolean(true);
    RunningStream stream =
        streams.start(
            keys -> {
              if (away.get()) {
                throw new MongoTimeoutException("away");
              }
              return Lookups.NONE;
            },
            observer);
    observer.awaitWaits(3);
    assertEquals(TransactionalLoop.State.WAITING, stream.loop().state());
    assertEquals(BatchCounts.NONE, observer.total());
    away.set(false);
    observer.awaitRead(20);
    Streams.stop(stream);
    assertEquals(surveys.allKeys(), streams.committed(streams.route().sinkTopic()).keys());
    assertEquals(List.of(), streams.committed(streams.route().deadLetterTopic()).keys());
  }

  @Test
  void whatADyingLoopHasSentIsNotSeenAndItsSuccessorSendsItOnce() throws Exception {
    GeneratedSurveys surveys = GeneratedSurveys.of(2_000);
    Streams streams = streams(GeneratedSurveys.FUNCTION).create();
    streams.send(surveys.messages());
    RunningStream dying = streams.start(NO_LOOKUPS, observer, streams.dyingAt(2));
    dying.thread().join(Streams.SOON.toMillis());
    long committed = observer.total().in();
    assertTrue(committed > 0 && committed < 2_000, "committed before death: " + committed);
    RunningStream successor = streams.start(NO_LOOKUPS, observer);
    observer.awaitRead(2_000);
    Streams.stop(successor);
    SentRecords rows = streams.committed(streams.route().sinkTopic());
    assertEquals(surveys.allKeys(), rows.keys());
    assertEquals(surveys.keys(), rows.keysBySubmission());
    assertTrue(
        streams.uncommitted(streams.route().sinkTopic()).keys().size() > rows.keys().size(),
        "the first loop died before its rows were sent");
    assertEquals(2_000, observer.total().in());
  }

  @Test
  void aLoopWhoseProducerIsFencedGoesOnWithNewClients() throws Exception {
    GeneratedSurveys surveys = GeneratedSurveys.of(30);
    Streams streams = streams(GeneratedSurveys.FUNCTION).create();
    String id = streams.route().sinkTopic();
    RunningStream stream = streams.start(NO_LOOKUPS, observer, streams.clients(id));
    streams.send(GeneratedSurveys.of(10).messages());
    observer.awaitRead(10);
    try (Producer<byte[], byte[]> rival = streams.clients(id).producer()) {
      rival.initTransactions();
    }
    streams.send(surveys.messages());
    observer.awaitRead(40);
    Streams.stop(stream);
    assertEquals(1, observer.restarts());
    List<String> keys = streams.committed(streams.route().sinkTopic()).keys();
    assertEquals(
        Stream.of(surveys, GeneratedSurveys.of(10))
            .flatMap(sent -> sent.allKeys().stream())
            .sorted()
            .toList(),
        keys);
  }

  @Test
  void aLoopWhoseGroupIsRebalancedMeanwhileKeepsItsClients() throws Exception {
    GeneratedSurveys surveys = GeneratedSurveys.of(30);
    Streams streams = streams(GeneratedSurveys.FUNCTION).create();
    streams.send(surveys.messages());
    RunningStream stream = streams.start(NO_LOOKUPS, observer, streams.lateOnce());
    observer.awaitRead(30);
    Streams.stop(stream);
    assertEquals(1, observer.aborts());
    assertEquals(0, observer.restarts());
    assertEquals(surveys.allKeys(), streams.committed(streams.route().sinkTopic()).keys());
  }

  @Test
  void allRowsOfASubmissionAreOnOnePartition() throws Exception {
    GeneratedSurveys surveys = GeneratedSurveys.of(50);
    Streams streams = streams(GeneratedSurveys.FUNCTION).create();
    streams.send(surveys.messages());
    RunningStream stream = streams.start(NO_LOOKUPS, observer);
    observer.awaitRead(50);
    Streams.stop(stream);
    Map<String, Long> partitions =
        streams.committed(streams.route().sinkTopic()).records().stream()
            .collect(
                Collectors.groupingBy(
                    row -> Samples.text(row.key()).split(":")[0],
                    Collectors.collectingAndThen(
                        Collectors.mapping(row -> row.partition(), Collectors.toSet()),
                        set -> (long) set.size())));
    assertEquals(50, partitions.size());
    assertTrue(partitions.values().stream().allMatch(count -> count == 1));
  }

  @Test
  void offsetsJoinATransactionThatTheBrokerHasTheRowsOf() throws Exception {
    GeneratedSurveys surveys = GeneratedSurveys.of(20);
    Streams streams = streams(GeneratedSurveys.FUNCTION).create();
    streams.send(surveys.messages());
    List<String> calls = new CopyOnWriteArrayList<>();
    RunningStream stream = streams.start(NO_LOOKUPS, observer, streams.watched(calls::add));
    observer.awaitRead(20);
    Streams.stop(stream);
    int offsets = calls.indexOf("sendOffsetsToTransaction");
    assertTrue(offsets > 0, calls.toString());
    assertEquals("flush", calls.get(offsets - 1));
    assertTrue(calls.subList(0, offsets).contains("send"), calls.toString());
  }

  @Test
  void aMessageWhoseRowsTheBrokerRefusesWaitsForTheObjectStoreAndNobodyLosesARow()
      throws Exception {
    GeneratedSurveys surveys = GeneratedSurveys.of(10);
    Streams streams = streams(GeneratedSurveys.FUNCTION).create(20_000);
    streams.send(surveys.messages());
    BsonDocument large = BsonDocument.parse(surveys.messages().get("s00000"));
    large.put("_id", new BsonString("large"));
    large.put("createdBy", new BsonString("x".repeat(30_000)));
    streams.send(Map.of("s00004", large.toJson()));
    // no directory can be made where a file is
    Files.createFile(streams.objects());
    RunningStream stream = streams.start(NO_LOOKUPS, observer);
    observer.awaitWaits(2);
    assertEquals(TransactionalLoop.State.WAITING, stream.loop().state());
    assertEquals(List.of(), streams.committed(streams.route().deadLetterTopic()).keys());
    Files.delete(streams.objects());
    observer.awaitRead(11);
    Streams.stop(stream);
    assertEquals(surveys.allKeys(), streams.committed(streams.route().sinkTopic()).keys());
    SentRecords letters = streams.committed(streams.route().deadLetterTopic());
    assertEquals(List.of("s00004"), letters.keys());
    String object = StreamHeaders.text(letters.records().get(0).headers(), StreamHeaders.OBJECT);
    assertEquals(large.toJson(), Samples.text(streams.payloads().get(object).orElseThrow()));
    assertEquals(Map.of("too-large", 1L), observer.total().deadLettered());
  }

  @Test
  void whatWasCommittedSinglyBeforeAFaultIsNotReadAgain() throws Exception {
    // on one partition, so that they are polled together
    Map<String, String> messages = new TreeMap<>(GeneratedSurveys.of(60).messages());
    messages.keySet().removeIf(key -> partition(key) != 0);
    String refused = messages.keySet().stream().skip(5).findFirst().orElseThrow();
    BsonDocument large = BsonDocument.parse(messages.get(refused));
    large.put("createdBy", new BsonString("x".repeat(30_000)));
    messages.put(refused, large.toJson());
    Streams streams = streams(GeneratedSurveys.FUNCTION).create(20_000);
    streams.send(messages);
    // the first is of all messages, the others of one each
    RunningStream stream = streams.start(NO_LOOKUPS, observer, streams.refusedAt(4));
    observer.awaitRead(messages.size());
    Streams.stop(stream);
    Map<String, List<String>> expected = new TreeMap<>(GeneratedSurveys.of(60).keys());
    expected.keySet().retainAll(messages.keySet());
    expected.remove(refused);
    assertEquals(expected, streams.committed(streams.route().sinkTopic()).keysBySubmission());
    assertEquals(List.of(refused), streams.committed(streams.route().deadLetterTopic()).keys());
    assertEquals(messages.size(), observer.total().in());
    assertTrue(observer.aborts() > 1, "aborted " + observer.aborts());
    assertEquals(0, observer.behind());
  }

  @Test
  void eventsOfAPartitionThatTwoProcessesGetArePublishedOnceAndTheLoopGoesOnBehindThem()
      throws Exception {
    GeneratedSurveys surveys = GeneratedSurveys.of(40);
    Streams streams = streams(GeneratedSurveys.FUNCTION).create();
    streams.send(surveys.messages());
    List<ConsumerRecord<byte[], byte[]>> events =
        new ArrayList<>(
            streams.committed(streams.route().inputTopic()).records().stream()
                .filter(record -> record.partition() == 0)
                .toList());
    assertTrue(events.size() > 4, events.size() + " events");
    Collections.swap(events, 1, 2);
    try (EventLane one = streams.lane(0, observer);
        EventLane other = streams.lane(0, observer)) {
      for (ConsumerRecord<byte[], byte[]> event : events) {
        one.publish(event);
        other.publish(event);
        one.publish(event);
      }
      assertEquals(events.size(), observer.total().in());

      RunningStream stream = streams.start(NO_LOOKUPS, observer);
      observer.awaitRead(40);
      Streams.stop(stream);
      events.forEach(other::publish);
    }
    assertEquals(surveys.allKeys(), streams.committed(streams.route().sinkTopic()).keys());
    assertEquals(40, observer.total().in());
  }

  private static int partition(String key) {
    return OutputRecords.partition(key, Streams.INPUT_PARTITIONS);
  }

  private static Streams streams(String function) throws InterruptedException, ExecutionException {
    return new Streams(servers.kafkaBootstrap(), function);
  }
}
