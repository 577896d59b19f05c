package org.mlanalytics.streaming;

import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.mlanalytics.runtime.config.AnalyticsConfig;
import org.mlanalytics.runtime.stream.StreamObserver;

/**
 * Runs the stream functions of this process that consume from Kafka, each in a thread and a
 * consumer group of its own, from the start of the process to its orderly end.
 */
@ApplicationScoped
public class StreamRunner {

  private final List<StreamFunction> functions;
  private final Map<String, Object> broker;
  private final StreamConfig config;
  private final String env;
  private final LookupSource lookups;
  private final PayloadStore payloads;
  private final StreamObserver observer;
  private final List<RunningStream> running = new ArrayList<>();

  StreamRunner(
      @All List<StreamFunction> functions,
      @Identifier("default-kafka-broker") Map<String, Object> broker,
      StreamConfig config,
      AnalyticsConfig analytics,
      LookupSource lookups,
      PayloadStore payloads,
      @All List<StreamObserver> observers) {
    this.functions = functions;
    this.broker = broker;
    this.config = config;
    this.env = analytics.env();
    this.lookups = lookups;
    this.payloads = payloads;
    this.observer = new StreamObservers(observers);
  }

  void start(@Observes StartupEvent start) {
    if (config.enabled() && config.trigger() == StreamConfig.Trigger.KAFKA) {
      functions.forEach(function -> running.add(RunningStream.start(loop(function))));
    }
  }

  void stop(@Observes ShutdownEvent shutdown) {
    running.forEach(stream -> stream.loop().stop());
    RunningStream.awaitEnds(running);
  }

  /** What each function is at, by name. */
  Map<String, TransactionalLoop.State> states() {
    Map<String, TransactionalLoop.State> states = new TreeMap<>();
    running.forEach(stream -> states.put(stream.loop().function(), stream.loop().state()));
    return states;
  }

  private TransactionalLoop loop(StreamFunction function) {
    StreamRoute route = StreamRoute.of(function, config.maxBytes());
    SubmissionTransform transform = new SubmissionTransform(route, lookups);
    String group = env + '.' + function.name();
    KafkaClients clients =
        new ConfiguredClients(broker, config, group, group + '.' + UUID.randomUUID());
    SourcePause pause = new SourcePause(backoff(), Clock.systemUTC());
    return new TransactionalLoop(
        function.name(),
        () -> new StreamSession(route, transform, payloads, observer, clients, pause),
        observer,
        backoff());
  }

  private static Backoff backoff() {
    return new Backoff(() -> ThreadLocalRandom.current().nextDouble());
  }
}
