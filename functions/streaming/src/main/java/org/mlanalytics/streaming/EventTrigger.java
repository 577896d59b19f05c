package org.mlanalytics.streaming;

import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.TopicPartition;
import org.mlanalytics.runtime.config.AnalyticsConfig;
import org.mlanalytics.runtime.error.AnalyticsException;
import org.mlanalytics.runtime.error.ErrorCode;
import org.mlanalytics.runtime.stream.StreamObserver;

/** Runs the stream functions of this process by single events, a lane for each partition. */
@ApplicationScoped
public class EventTrigger {

  private final List<StreamFunction> functions;
  private final Map<String, Object> broker;
  private final StreamConfig config;
  private final String env;
  private final LookupSource lookups;
  private final PayloadStore payloads;
  private final StreamObserver observer;
  private final Map<List<Object>, EventLane> lanes = new ConcurrentHashMap<>();
  private volatile boolean closed;

  EventTrigger(
      @All List<StreamFunction> functions,
      @Identifier("default-kafka-broker") Map<String, Object> broker,
      StreamConfig config,
      AnalyticsConfig analytics,
      LookupSource lookups,
      PayloadStore payloads,
      @All List<StreamObserver> observers) {
    this.functions = functions;
    this.broker = impatient(broker, config);
    this.config = config;
    this.env = analytics.env();
    this.lookups = lookups;
    this.payloads = payloads;
    this.observer = new StreamObservers(observers);
  }

  /** A caller is told soon that the broker is away. */
  private static Map<String, Object> impatient(Map<String, Object> broker, StreamConfig config) {
    Map<String, Object> impatient = new HashMap<>(broker);
    long millis = config.transactionTimeout().toMillis();
    impatient.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, millis);
    impatient.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, Math.toIntExact(millis));
    return impatient;
  }

  /**
   * Publishes what becomes of an event; returns after it is committed, now or before.
   *
   * @param headers of the request
   * @throws AnalyticsException {@link ErrorCode#UNKNOWN_FUNCTION}, {@link
   *     ErrorCode#UNREADABLE_EVENT}; {@link ErrorCode#SOURCE_UNAVAILABLE}, {@link
   *     ErrorCode#BROKER_UNAVAILABLE} and those of the object store: send it again
   */
  void publish(String function, Map<String, String> headers, byte[] body) {
    StreamRoute route = StreamRoute.of(function(function), config.maxBytes());
    ConsumerRecord<byte[], byte[]> message = KafkaEvent.record(headers, route.inputTopic(), body);
    if (closed) {
      throw new AnalyticsException(ErrorCode.BROKER_UNAVAILABLE, "the process ends");
    }
    lanes
        .computeIfAbsent(List.of(function, message.partition()), id -> lane(route, message))
        .publish(message);
  }

  private StreamFunction function(String name) {
    if (!config.enabled() || config.trigger() != StreamConfig.Trigger.HTTP) {
      throw new AnalyticsException(
          ErrorCode.UNKNOWN_FUNCTION, "no stream function of this process is triggered by HTTP");
    }
    return functions.stream()
        .filter(function -> function.name().equals(name))
        .findFirst()
        .orElseThrow(
            () -> new AnalyticsException(ErrorCode.UNKNOWN_FUNCTION, "no such stream function"));
  }

  private EventLane lane(StreamRoute route, ConsumerRecord<byte[], byte[]> message) {
    TopicPartition partition = new TopicPartition(message.topic(), message.partition());
    String group = env + '.' + route.function();
    return new EventLane(
        partition,
        group,
        route,
        new SubmissionTransform(route, lookups),
        payloads,
        observer,
        new ConfiguredClients(broker, config, group, group + '.' + partition));
  }

  void stop(@Observes ShutdownEvent shutdown) {
    closed = true;
    lanes.values().forEach(EventLane::close);
  }
}
