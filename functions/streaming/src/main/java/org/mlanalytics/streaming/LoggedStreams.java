package org.mlanalytics.streaming;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import org.mlanalytics.runtime.stream.BatchCounts;
import org.mlanalytics.runtime.stream.StreamObserver;

/** Sums what the stream functions of this process do, and logs what an operator should know. */
@ApplicationScoped
public class LoggedStreams implements StreamObserver {

  private static final Logger LOG = Logger.getLogger(LoggedStreams.class);

  private final Map<String, BatchCounts> totals = new ConcurrentHashMap<>();

  /** What a function did since this process began. */
  public BatchCounts total(String function) {
    return totals.getOrDefault(function, BatchCounts.NONE);
  }

  @Override
  public void committed(String function, BatchCounts counts) {
    totals.merge(function, counts, BatchCounts::plus);
    if (!counts.deadLettered().isEmpty()) {
      LOG.warnf("%s: dead letters %s", function, counts.deadLettered());
    }
  }

  @Override
  public void waiting(String function, RuntimeException fault) {
    LOG.warnf("%s: waits: %s", function, fault.getMessage());
  }

  @Override
  public void aborted(String function, RuntimeException fault) {
    LOG.warnf("%s: transaction aborted: %s", function, withCause(fault));
  }

  @Override
  public void restarting(String function, RuntimeException fault) {
    LOG.warnf("%s: new Kafka clients after %s", function, withCause(fault));
  }

  /** What Kafka's clients throw often says nothing without its cause. */
  private static String withCause(RuntimeException fault) {
    return fault.getCause() == null ? fault.toString() : fault + ": " + fault.getCause();
  }
}
