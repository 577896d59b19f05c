package org.mlanalytics.runtime.event;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;
import org.mlanalytics.runtime.config.AnalyticsConfig;
import org.mlanalytics.runtime.run.Run;
import org.mlanalytics.runtime.run.RunLedger;

/**
 * Sends the events that a run's last update has left in its document, and takes them out once the
 * broker has them: an event is neither lost by a crash nor invented.
 */
@ApplicationScoped
public class Outbox {

  private static final Logger LOG = Logger.getLogger(Outbox.class);

  /** Below the buffer of a messaging channel, which holds 128. */
  private static final int CHUNK = 100;

  private final RunLedger ledger;
  private final StepEvents events;
  private final AnalyticsConfig.Events config;

  Outbox(RunLedger ledger, StepEvents events, AnalyticsConfig config) {
    this.ledger = ledger;
    this.events = events;
    this.config = config.events();
  }

  /**
   * Sends what the run's outbox holds. What is not acknowledged in time stays there for the
   * sweeper.
   *
   * @return how many events the broker has acknowledged
   */
  public int drain(Run run) {
    int acknowledged = 0;
    for (int from = 0; from < run.outbox().size(); from += CHUNK) {
      int to = Math.min(from + CHUNK, run.outbox().size());
      int inChunk = send(run, run.outbox().subList(from, to));
      acknowledged += inChunk;
      if (inChunk < to - from) {
        break;
      }
    }
    return acknowledged;
  }

  private int send(Run run, List<StepEvent> chunk) {
    Map<String, CompletableFuture<Void>> sent = new LinkedHashMap<>();
    for (StepEvent event : chunk) {
      sent.put(event.id(), events.send(event).toCompletableFuture());
    }
    await(run, sent);
    List<String> acknowledged = new ArrayList<>();
    sent.forEach(
        (id, result) -> {
          if (result.isDone() && !result.isCompletedExceptionally()) {
            acknowledged.add(id);
          }
        });
    if (!acknowledged.isEmpty()) {
      ledger.acknowledged(run.identity(), acknowledged);
    }
    return acknowledged.size();
  }

  private void await(Run run, Map<String, CompletableFuture<Void>> sent) {
    try {
      CompletableFuture.allOf(sent.values().toArray(CompletableFuture[]::new))
          .get(config.sendTimeout().toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException e) {
      LOG.warnf("events of run %s stay in its outbox: %s", run.id(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
