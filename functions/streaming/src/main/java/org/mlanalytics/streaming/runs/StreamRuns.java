package org.mlanalytics.streaming.runs;

import com.mongodb.MongoException;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.mlanalytics.runtime.config.LedgerDatabase;
import org.mlanalytics.runtime.config.LedgerIndexes;
import org.mlanalytics.runtime.stream.PartitionCounts;
import org.mlanalytics.runtime.stream.StreamObserver;
import org.mlanalytics.streaming.StreamConfig;

/**
 * Records in the ledger what the stream functions of this process do, every few seconds and at its
 * end, in a thread of its own: a ledger that is away holds no stream up, and gets the same totals
 * when it is back.
 */
@ApplicationScoped
public class StreamRuns implements StreamObserver {

  private static final Logger LOG = Logger.getLogger(StreamRuns.class);
  private static final int AFTER_THE_STREAMS = Interceptor.Priority.APPLICATION + 1000;
  private static final int END_SECONDS = 5;

  private final LedgerDatabase ledger;
  private final StreamConfig config;
  private final String process = UUID.randomUUID().toString();
  private final HourTotals totals = new HourTotals(Clock.systemUTC());
  private ScheduledExecutorService flushes;
  private StreamRunStore store;

  StreamRuns(LedgerDatabase ledger, StreamConfig config) {
    this.ledger = ledger;
    this.config = config;
  }

  void start(@Observes StartupEvent start) {
    if (config.enabled()) {
      long millis = config.recordEvery().toMillis();
      flushes = Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "stream-runs"));
      flushes.scheduleWithFixedDelay(this::flush, millis, millis, TimeUnit.MILLISECONDS);
    }
  }

  void stop(@Observes @Priority(AFTER_THE_STREAMS) ShutdownEvent shutdown) {
    if (flushes != null) {
      flushes.execute(this::flush);
      flushes.shutdown();
      try {
        flushes.awaitTermination(END_SECONDS, TimeUnit.SECONDS);
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
      }
      flushes.shutdownNow();
    }
  }

  @Override
  public void consumed(String function, String topic, Map<Integer, PartitionCounts> partitions) {
    totals.add(function, topic, partitions);
  }

  private void flush() {
    Map<StreamHour, PartitionCounts> done = totals.unwritten();
    if (done.isEmpty()) {
      return;
    }
    try {
      store().write(process, done);
      totals.written(done);
    } catch (RuntimeException away) {
      LOG.debugf("runs of streams are not recorded yet: %s", away.getMessage());
    }
  }

  /**
   * What all processes did, see {@link StreamRunStore#list}.
   *
   * @throws MongoException if the ledger is away
   */
  List<StreamRunView> list(String function, Instant from, Instant to) {
    return store().list(function, from, to);
  }

  private synchronized StreamRunStore store() {
    if (store == null) {
      store = new StreamRunStore(ledger.collection(LedgerIndexes.STREAM_RUNS));
    }
    return store;
  }
}
