package org.mlanalytics.files.ingestfile.callback;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.mlanalytics.files.ingestfile.request.AcceptedRequest;

/**
 * Tells the ends of requests. What is to be told is in the ledger from the moment that the request
 * is taken; each tenant has a thread of its own, so that slow receivers hold up nobody else.
 */
public final class Callbacks implements AutoCloseable {

  private static final Logger LOG = Logger.getLogger(Callbacks.class);
  private static final int IDLE_SECONDS = 60;

  private final DeliveryStore deliveries;
  private final CallbackTenants tenants;
  private final CallbackWork work;
  private final Map<String, ExecutorService> threads = new ConcurrentHashMap<>();

  Callbacks(DeliveryStore deliveries, CallbackTenants tenants, CallbackWork work) {
    this.deliveries = deliveries;
    this.tenants = tenants;
    this.work = work;
  }

  /** A request was taken: its end will be told, if it asks for that. */
  public void expect(AcceptedRequest accepted) {
    if (accepted.request().callback() != null) {
      deliveries.expect(accepted);
    }
  }

  /** A request may have ended. Never fails: what is not seen now is seen by the next sweep. */
  public void mayHaveEnded(AcceptedRequest accepted) {
    if (accepted.request().callback() == null) {
      return;
    }
    try {
      deliveries.mayHaveEnded(accepted.key());
      wake(accepted.tenant());
    } catch (RuntimeException e) {
      LOG.warnf("a callback waits for the next sweep: %s", e.getMessage());
    }
  }

  /** Wakes whoever has something to do; returns at once. */
  public void sweep() {
    tenants.names().forEach(this::wake);
  }

  @Override
  public void close() {
    threads.values().forEach(ExecutorService::shutdownNow);
  }

  private void wake(String tenant) {
    if (tenants.names().contains(tenant)) {
      threads.computeIfAbsent(tenant, Callbacks::thread).execute(() -> doDue(tenant));
    }
  }

  private void doDue(String tenant) {
    try {
      work.doDue(tenant);
    } catch (RuntimeException e) {
      LOG.warnf("callbacks of %s wait for the next sweep: %s", tenant, e.getMessage());
    }
  }

  /** One thread, and one call that waits: what was asked for meanwhile, that one does too. */
  private static ExecutorService thread(String tenant) {
    return new ThreadPoolExecutor(
        0,
        1,
        IDLE_SECONDS,
        TimeUnit.SECONDS,
        new LinkedBlockingQueue<>(1),
        task -> {
          Thread thread = new Thread(task, "callbacks of " + tenant);
          thread.setDaemon(true);
          return thread;
        },
        new ThreadPoolExecutor.DiscardPolicy());
  }
}
