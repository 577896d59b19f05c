package org.mlanalytics.batch.surveystatus;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;

import io.quarkus.funqy.Funq;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.mlanalytics.core.dataset.Datasets;
import org.mlanalytics.core.status.StatusSettings;
import org.mlanalytics.core.status.SurveyStatusRules;
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
 * Replaces {@code ml-survey-status} by the rows of all public survey submissions: extracted in
 * ranges, published once all of them are.
 */
@ApplicationScoped
public class SurveyStatus implements SharedStep {

  static final String NAME = "survey-status";

  private final StepWork work;
  private final SourceNames names;
  private final StatusSettings settings;
  private final PlainCall calls;
  private final CatchUp catchUp;
  private final SurveyStatusConfig schedule;

  SurveyStatus(
      CollectionLoads loads,
      SourceNames names,
      PlainCall calls,
      CatchUp catchUp,
      SurveyStatusConfig schedule,
      AnalyticsConfig config) {
    this.work =
        loads.of(
            new CollectionSource(
                Area.SURVEYS,
                Datasets.ML_SURVEY_STATUS,
                "surveySubmissions",
                SurveyStatusRules.SOURCE_FIELDS,
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

  @Scheduled(cron = "{mla.survey-status.cron}", timeZone = "{mla.zone}")
  void nightly() {
    catchUp.begin(this, NAME, Area.SURVEYS, schedule.cron());
  }

  // static, because an instance would connect to its servers
  static void started(
      @Observes StartupEvent start, SurveyStatus self, CatchUp catchUp, SurveyStatusConfig config) {
    catchUp.afterStart(self, NAME, Area.SURVEYS, config.cron());
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
    return new SurveyStatusRules(
            settings, names.of("solutions", eq("type", "survey")), names.of("programs", empty()))
        ::transform;
  }
}
