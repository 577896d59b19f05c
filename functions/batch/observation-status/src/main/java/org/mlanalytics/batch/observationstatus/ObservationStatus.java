package org.mlanalytics.batch.observationstatus;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;

import io.quarkus.funqy.Funq;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.mlanalytics.core.dataset.Datasets;
import org.mlanalytics.core.status.ObservationStatusRules;
import org.mlanalytics.core.status.StatusSettings;
import org.mlanalytics.publishing.load.CollectionLoads;
import org.mlanalytics.publishing.load.CollectionSource;
import org.mlanalytics.runtime.config.AnalyticsConfig;
import org.mlanalytics.runtime.function.Extraction;
import org.mlanalytics.runtime.function.PlainCall;
import org.mlanalytics.runtime.function.RunReply;
import org.mlanalytics.runtime.function.RunRequest;
import org.mlanalytics.runtime.function.SharedStep;
import org.mlanalytics.runtime.pipeline.Area;
import org.mlanalytics.runtime.source.SourceNames;
import org.mlanalytics.schedule.CatchUp;

/**
 * Replaces {@code sl-observation-status} by the rows of all public observation submissions:
 * extracted in ranges, published once all of them are.
 */
@ApplicationScoped
public class ObservationStatus implements SharedStep {

  static final String NAME = "observation-status";

  private final StepWork work;
  private final SourceNames names;
  private final StatusSettings settings;
  private final PlainCall calls;
  private final CatchUp catchUp;
  private final ObservationStatusConfig schedule;

  ObservationStatus(
      CollectionLoads loads,
      SourceNames names,
      PlainCall calls,
      CatchUp catchUp,
      ObservationStatusConfig schedule,
      AnalyticsConfig config) {
    this.work =
        loads.of(
            new CollectionSource(
                Area.OBSERVATIONS,
                Datasets.SL_OBSERVATION_STATUS,
                "observationSubmissions",
                ObservationStatusRules.SOURCE_FIELDS,
                and(eq("isAPrivateProgram", false), eq("deleted", false)),
                this::rules));
    this.names = names;
    this.settings = new StatusSettings(config.rows().parentChannel(), config.rows().appName());
    this.calls = calls;
    this.catchUp = catchUp;
    this.schedule = schedule;
  }

  /** The plain call of the function. */
  @Funq(NAME)
  public RunReply call(RunRequest request) {
    return calls.call(this, request);
  }

  @Scheduled(cron = "{mla.observation-status.cron}", timeZone = "{mla.zone}")
  void nightly() {
    catchUp.begin(this, NAME, Area.OBSERVATIONS, schedule.cron());
  }

  // static, because an instance would connect to its servers
  static void started(
      @Observes StartupEvent start,
      ObservationStatus self,
      CatchUp catchUp,
      ObservationStatusConfig config) {
    catchUp.afterStart(self, NAME, Area.OBSERVATIONS, config.cron());
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public StepWork work() {
    return work;
  }

  private Extraction.Rules rules() {
    return new ObservationStatusRules(
            settings,
            names.of("solutions", eq("type", "observation")),
            names.of("programs", empty()))
        ::transform;
  }
}
