package org.mlanalytics.streaming;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.BiConsumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.mlanalytics.core.submission.Lookups;
import org.mlanalytics.local.Await;
import org.mlanalytics.runtime.object.LocalObjectStore;
import org.mlanalytics.runtime.stream.StreamObserver;
import org.mlanalytics.runtime.testing.TestConfig;

/** Topics of one test's own on a broker, and loops between them. */
final class Streams {

  static final int INPUT_PARTITIONS = 4;
  static final int SINK_PARTITIONS = 3;
  static final Duration SOON = Duration.ofSeconds(90);

  private static final short ONE_REPLICA = 1;
  private static final int LIMIT = 1_000_000;

  /** Thrown where a process dies. */
  static final class Killed extends Error {
    private static final long serialVersionUID = 1L;
  }

  private final String bootstrap;
  private final String name = "it-" + UUID.randomUUID();
  private final String function;
  private final Path objects = Samples.directory().resolve("objects");
  private final PayloadStore payloads = new PayloadStore(new LocalObjectStore(objects));
  private final StreamConfig config = TestConfig.of(StreamConfig.class, Map.of());

  Streams(String bootstrap, String function) {
    this.bootstrap = bootstrap;
    this.function = function;
  }

  StreamRoute route() {
    return new StreamRoute(
        function, "test-row", name + ".in", name + ".out", Samples.RULES.get(function), LIMIT);
  }

  /** Creates the topics; the sink takes records of so many bytes. */
  Streams create(int sinkBytes) throws InterruptedException, ExecutionException {
    StreamRoute route = route();
    Map<String, String> small = Map.of("max.message.bytes", Integer.toString(sinkBytes));
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
      Set<NewTopic> topics =
          Set.of(
              new NewTopic(route.inputTopic(), INPUT_PARTITIONS, ONE_REPLICA),
              new NewTopic(route.deadLetterTopic(), 1, ONE_REPLICA),
              new NewTopic(route.sinkTopic(), SINK_PARTITIONS, ONE_REPLICA).configs(small));
      admin.createTopics(topics).all().get();
      Set<String> names = Set.of(route.inputTopic(), route.deadLetterTopic(), route.sinkTopic());
      Await.until("topics", SOON, () -> admin.listTopics().names().get().containsAll(names));
    }
    return this;
  }

  Streams create() throws InterruptedException, ExecutionException {
    return create(LIMIT + LIMIT);
  }

  /**
   * Sends messages, spread over the partitions by their keys. One request at a time: a partition
   * that is not led yet may refuse the first of several requests and take the second, and then
   * never takes the first.
   */
  void send(Map<String, String> messages) throws InterruptedException, ExecutionException {
    try (Producer<byte[], byte[]> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", bootstrap, "max.in.flight.requests.per.connection", "1"),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      List<Future<?>> sent = new ArrayList<>();
      new TreeMap<>(messages)
          .forEach(
              (key, value) ->
                  sent.add(
                      producer.send(
                          new ProducerRecord<>(
                              route().inputTopic(), Samples.utf8(key), Samples.utf8(value)))));
      for (Future<?> acknowledgement : sent) {
        acknowledgement.get();
      }
    }
  }

  /** The directory of the object store, not there yet. */
  Path objects() {
    return objects;
  }

  PayloadStore payloads() {
    return payloads;
  }

  RunningStream start(LookupSource lookups, StreamObserver observer) {
    return start(lookups, observer, clients());
  }

  RunningStream start(LookupSource lookups, StreamObserver observer, KafkaClients clients) {
    StreamRoute route = route();
    SubmissionTransform transform = new SubmissionTransform(route, lookups);
    SourcePause pause = new SourcePause(new Backoff(() -> 0), Clock.systemUTC());
    return RunningStream.start(
        new TransactionalLoop(
            function,
            () -> new StreamSession(route, transform, payloads, observer, clients, pause),
            observer,
            new Backoff(() -> 0)));
  }

  /** The lane of a partition in one process. */
  EventLane lane(int partition, StreamObserver observer) {
    StreamRoute route = route();
    return new EventLane(
        new TopicPartition(route.inputTopic(), partition),
        name,
        route,
        new SubmissionTransform(route, keys -> Lookups.NONE),
        payloads,
        observer,
        clients(name + '-' + partition));
  }

  /** Stops a loop in good order. */
  static void stop(RunningStream stream) {
    stream.loop().stop();
    RunningStream.awaitEnds(List.of(stream));
  }

  /** The clients of one process. */
  KafkaClients clients() {
    return clients(UUID.randomUUID().toString());
  }

  KafkaClients clients(String transactionalId) {
    return new ConfiguredClients(
        Map.of("bootstrap.servers", bootstrap), config, name, transactionalId);
  }

  /**
   * Clients of a process that dies in its n-th transaction: all is sent, nothing is committed, and
   * the broker is not told.
   */
  KafkaClients dyingAt(int transaction) {
    return atCommit(
        transaction,
        producer -> {
          producer.flush();
          producer.close(Duration.ZERO);
          throw new Killed();
        });
  }

  /** Clients whose n-th transaction is refused once it is to be committed; it can be aborted. */
  KafkaClients refusedAt(int transaction) {
    return atCommit(
        transaction,
        producer -> {
          throw new KafkaException("refused");
        });
  }

  private KafkaClients atCommit(
      int transaction, java.util.function.Consumer<Producer<byte[], byte[]>> fault) {
    KafkaClients clients = clients();
    return new KafkaClients() {
      private int begun;

      @Override
      public Consumer<byte[], byte[]> consumer() {
        return clients.consumer();
      }

      @Override
      public Producer<byte[], byte[]> producer() {
        Producer<byte[], byte[]> producer = clients.producer();
        return intercepted(
            producer,
            method -> {
              if (method.equals("beginTransaction")) {
                begun++;
              } else if (method.equals("commitTransaction") && begun == transaction) {
                fault.accept(producer);
              }
            });
      }
    };
  }

  /** Clients of a process that sends the offsets of its first transaction after a rebalance. */
  KafkaClients lateOnce() {
    KafkaClients clients = clients();
    return new KafkaClients() {
      private boolean late;

      @Override
      public Consumer<byte[], byte[]> consumer() {
        return clients.consumer();
      }

      @Override
      public Producer<byte[], byte[]> producer() {
        return intercepted(
            clients.producer(),
            (method, arguments) -> {
              if (method.equals("sendOffsetsToTransaction") && !late) {
                late = true;
                arguments[1] = before((ConsumerGroupMetadata) arguments[1]);
              }
            });
      }
    };
  }

  /** Clients whose producer tells the name of each method before it is called. */
  KafkaClients watched(java.util.function.Consumer<String> calls) {
    KafkaClients clients = clients();
    return new KafkaClients() {
      @Override
      public Consumer<byte[], byte[]> consumer() {
        return clients.consumer();
      }

      @Override
      public Producer<byte[], byte[]> producer() {
        return intercepted(clients.producer(), calls);
      }
    };
  }

  private static ConsumerGroupMetadata before(ConsumerGroupMetadata rebalance) {
    return new ConsumerGroupMetadata(
        rebalance.groupId(),
        rebalance.generationId() - 1,
        rebalance.memberId(),
        rebalance.groupInstanceId());
  }

  /** A producer that tells the name of each method before it is called. */
  static Producer<byte[], byte[]> intercepted(
      Producer<byte[], byte[]> producer, java.util.function.Consumer<String> calls) {
    return intercepted(producer, (method, arguments) -> calls.accept(method));
  }

  /** A producer that shows each method and its arguments before it is called. */
  @SuppressWarnings("unchecked")
  private static Producer<byte[], byte[]> intercepted(
      Producer<byte[], byte[]> producer, BiConsumer<String, Object[]> calls) {
    return (Producer<byte[], byte[]>)
        Proxy.newProxyInstance(
            Streams.class.getClassLoader(),
            new Class<?>[] {Producer.class},
            (proxy, method, arguments) -> {
              calls.accept(method.getName(), arguments);
              try {
                return method.invoke(producer, arguments);
              } catch (InvocationTargetException fault) {
                throw fault.getCause();
              }
            });
  }

  SentRecords committed(String topic) {
    return SentRecords.read(bootstrap, topic, "read_committed");
  }

  SentRecords uncommitted(String topic) {
    return SentRecords.read(bootstrap, topic, "read_uncommitted");
  }
}
