package org.mlanalytics.files.ingestfile.callback;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Disposes;
import jakarta.inject.Singleton;
import org.mlanalytics.files.fetching.Poster;
import org.mlanalytics.files.ingestfile.request.RequestStore;
import org.mlanalytics.files.ingestfile.tenant.KnownTenants;
import org.mlanalytics.runtime.config.LedgerDatabase;
import org.mlanalytics.runtime.config.LedgerIndexes;
import org.mlanalytics.runtime.time.LedgerClock;

/** Makes the parts of callbacks out of the configuration. */
@ApplicationScoped
public class CallbackProducer {

  private final CallbackConfig config;
  private final RetrySchedule schedule;

  CallbackProducer(CallbackConfig config) {
    this.config = config;
    this.schedule = new RetrySchedule(config.pauses(), config.giveUpAfter());
  }

  /** A rule or a secret that is none stops the process. */
  void check(@Observes StartupEvent start, CallbackTenants tenants) {}

  @Singleton
  Poster poster() {
    return Poster.ofTheMachine();
  }

  @Singleton
  CallbackTenants tenants(Poster poster, KnownTenants known) {
    known.require("mla.files.callback.tenants", config.tenants().keySet());
    return new CallbackTenants(config.tenants(), poster);
  }

  @Singleton
  DeliveryStore deliveries(LedgerDatabase database, LedgerClock clock) {
    return new DeliveryStore(database.collection(LedgerIndexes.FILE_CALLBACKS), clock);
  }

  @Singleton
  Callbacks callbacks(
      DeliveryStore deliveries,
      RequestStore requests,
      RequestEnd end,
      CallbackTenants tenants,
      Poster poster,
      LedgerClock clock) {
    return new Callbacks(
        deliveries,
        tenants,
        new CallbackWork(deliveries, requests, end, tenants, schedule, poster, clock));
  }

  void close(@Disposes Callbacks callbacks) {
    callbacks.close();
  }
}
