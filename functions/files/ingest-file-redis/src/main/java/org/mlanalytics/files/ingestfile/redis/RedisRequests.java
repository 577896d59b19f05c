package org.mlanalytics.files.ingestfile.redis;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.redis.client.Redis;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.mlanalytics.files.ingestfile.FilesConfig;
import org.mlanalytics.files.ingestfile.IngestFile;
import org.mlanalytics.files.ingestfile.queue.PriorityGate;
import org.mlanalytics.files.ingestfile.request.Intake;
import org.mlanalytics.runtime.config.AnalyticsConfig;
import org.mlanalytics.runtime.error.AnalyticsException;
import org.mlanalytics.runtime.event.Redelivery;

/**
 * Requests from lists of Redis: at least once. Threads of its own wait for them from the start of
 * the process on, whether Redis is there or not. The lists belong to one tenant.
 */
@ApplicationScoped
public class RedisRequests {

  private static final Duration CALL_LIMIT = Duration.ofSeconds(5);
  private static final int BEATS = 3;

  private final CountDownLatch stop = new CountDownLatch(1);
  private final RequestLists lists;
  private final EntryWork work;
  private final Duration beat;
  private final int workers;

  RedisRequests(
      Redis redis,
      RedisConfig config,
      FilesConfig files,
      AnalyticsConfig analytics,
      Intake intake,
      IngestFile function,
      Redelivery redelivery,
      PriorityGate gate) {
    this.lists =
        new RequestLists(
            new RedisCalls(redis, CALL_LIMIT),
            new ListNames(config.prefix()),
            UUID.randomUUID().toString(),
            config.workerTimeout(),
            config.deadLetters());
    String tenant = files.queue().tenant();
    this.work =
        new EntryWork(
            lists,
            gate,
            request ->
                redelivery.untilDone(() -> function.process(intake.accept(tenant, request).key())),
            () -> stop.getCount() == 0,
            analytics.http().maxBody());
    this.beat = config.workerTimeout().dividedBy(BEATS);
    this.workers = files.workers();
  }

  void start(@Observes StartupEvent event) {
    launch("redis-worker", lists::beat, beat);
    for (int i = 0; i < workers; i++) {
      launch("redis-requests-" + i, () -> lists.take().ifPresent(work::work), Duration.ZERO);
    }
  }

  void stop(@Observes ShutdownEvent event) {
    stop.countDown();
    try {
      lists.leave();
    } catch (AnalyticsException away) {
      // it will be found dead
    }
  }

  private void launch(String name, Runnable step, Duration every) {
    Thread thread = new Thread(new Repeating(step, every, stop), name);
    thread.setDaemon(true);
    thread.start();
  }
}
