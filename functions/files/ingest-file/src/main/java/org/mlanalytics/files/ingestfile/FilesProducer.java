package org.mlanalytics.files.ingestfile;

import com.mongodb.client.MongoClient;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.mlanalytics.files.fetching.Expected;
import org.mlanalytics.files.fetching.Fetcher;
import org.mlanalytics.files.ingestfile.callback.DeliveryStore;
import org.mlanalytics.files.ingestfile.callback.RequestEnd;
import org.mlanalytics.files.ingestfile.expiry.RequestExpiry;
import org.mlanalytics.files.ingestfile.expiry.RequestLeftovers;
import org.mlanalytics.files.ingestfile.queue.PriorityGate;
import org.mlanalytics.files.ingestfile.request.AcceptedRequest;
import org.mlanalytics.files.ingestfile.request.RequestStore;
import org.mlanalytics.files.ingestfile.request.SchemaCatalogue;
import org.mlanalytics.files.ingestfile.request.Target;
import org.mlanalytics.files.ingestfile.stage.CheckStage;
import org.mlanalytics.files.ingestfile.stage.DruidLoad;
import org.mlanalytics.files.ingestfile.stage.FetchRetries;
import org.mlanalytics.files.ingestfile.stage.FetchStage;
import org.mlanalytics.files.ingestfile.stage.FileReading;
import org.mlanalytics.files.ingestfile.stage.KafkaTargets;
import org.mlanalytics.files.ingestfile.stage.KeptSchemas;
import org.mlanalytics.files.ingestfile.stage.LoadStage;
import org.mlanalytics.files.ingestfile.stage.MongoTargets;
import org.mlanalytics.files.ingestfile.stage.RawFiles;
import org.mlanalytics.files.ingestfile.stage.Reports;
import org.mlanalytics.files.ingestfile.stage.RowTargets;
import org.mlanalytics.files.ingestfile.stage.Spool;
import org.mlanalytics.files.ingestfile.tenant.KnownTenants;
import org.mlanalytics.files.ingestfile.tenant.Tenants;
import org.mlanalytics.files.ingestfile.tenant.TokenDigests;
import org.mlanalytics.publishing.Publisher;
import org.mlanalytics.runtime.config.AnalyticsConfig;
import org.mlanalytics.runtime.config.LedgerDatabase;
import org.mlanalytics.runtime.config.LedgerIndexes;
import org.mlanalytics.runtime.object.ObjectStore;
import org.mlanalytics.runtime.run.RunLedger;
import org.mlanalytics.runtime.time.LedgerClock;

/** Makes the parts that know no framework out of the configuration. */
@ApplicationScoped
public class FilesProducer {

  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);

  private final FilesConfig config;

  FilesProducer(FilesConfig config) {
    this.config = config;
  }

  @Singleton
  Tenants tenants() {
    try {
      return new TokenDigests(config.tokens().map(FilesProducer::lines).orElse(List.of()));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("mla.files.tokens: " + e.getMessage(), e);
    } catch (UncheckedIOException e) {
      throw new IllegalArgumentException("mla.files.tokens: name a file that can be read", e);
    }
  }

  @Singleton
  KnownTenants knownTenants(Tenants tenants) {
    return new KnownTenants(
        tenants.names(), config.queue().tenant(), config.otherTenants().orElse(List.of()));
  }

  @Singleton
  FetchPolicies policies(KnownTenants known) {
    known.require("mla.files.fetch.tenants", config.fetch().tenants().keySet());
    return new FetchPolicies(config.fetch());
  }

  /** A rule or a token that is none stops the process before it takes a request. */
  void check(
      @Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent start,
      FetchPolicies policies,
      Tenants tenants) {}

  @Singleton
  PriorityGate gate() {
    return new PriorityGate(config.workers());
  }

  @Singleton
  RequestStore requests(LedgerDatabase database, RunLedger ledger, DeliveryStore callbacks) {
    return new RequestStore(
        database.collection(LedgerIndexes.FILE_REQUESTS), new RequestLeftovers(ledger, callbacks));
  }

  @Singleton
  RequestExpiry expiry(
      RequestStore requests,
      RunLedger ledger,
      DeliveryStore callbacks,
      RequestEnd end,
      LedgerClock clock) {
    return new RequestExpiry(requests, ledger, callbacks, end, clock, config.keepRequestsFor());
  }

  @Singleton
  SchemaCatalogue schemas() {
    return new SchemaCatalogue(config.schemas());
  }

  @Singleton
  RequestWork requestWork(
      ObjectStore store, RunLedger ledger, LedgerClock clock, FetchPolicies policies) {
    Fetcher fetcher = Fetcher.ofTheMachine();
    Path spool =
        config.fetch().spool().orElseGet(() -> Path.of(System.getProperty("java.io.tmpdir")));
    FetchStage fetching =
        new FetchStage(
            (accepted, sink) ->
                fetcher.fetch(
                    Fetcher.address(accepted.request().uri()),
                    policies.of(accepted.tenant()),
                    expected(accepted),
                    sink),
            new FetchRetries(config.fetch().attempts(), FIRST_PAUSE),
            new Spool(spool),
            store,
            new RawFiles(clock));
    return new RequestWork(fetching, new LoadCalls(ledger, clock), new FileEvents(clock));
  }

  @Singleton
  LoadWork loadWork(
      ObjectStore store,
      SchemaCatalogue schemas,
      MongoClient mongo,
      @Identifier("default-kafka-broker") Map<String, Object> broker,
      Publisher publisher,
      AnalyticsConfig analytics,
      LedgerClock clock) {
    FileReading reading =
        new FileReading(
            store,
            new RawFiles(clock),
            CheckSettings.unpacking(config.check()),
            CheckSettings.limits(config.check()));
    KeptSchemas kept = new KeptSchemas(store);
    FilesConfig.Load load = config.load();
    Map<Target.Kind, RowTargets> targets =
        Map.of(
            Target.Kind.MONGO,
            new MongoTargets(mongo, load.databasePrefix(), load.batchSize()),
            Target.Kind.KAFKA,
            new KafkaTargets(
                broker,
                new KafkaTargets.Settings(
                    analytics.env(),
                    load.topicPrefix(),
                    load.transactionTimeout(),
                    load.transactionRows())));
    return new LoadWork(
        new CheckStage(store, reading, schemas, new Reports(store)),
        new LoadStage(reading, kept, targets),
        new DruidLoad(store, reading, kept, publisher),
        new FileEvents(clock));
  }

  private static Expected expected(AcceptedRequest accepted) {
    return new Expected(accepted.request().size(), accepted.request().sha256());
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
