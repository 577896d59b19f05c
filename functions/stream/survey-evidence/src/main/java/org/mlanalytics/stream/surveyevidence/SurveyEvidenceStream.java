package org.mlanalytics.stream.surveyevidence;

import jakarta.enterprise.context.ApplicationScoped;
import org.mlanalytics.core.submission.SubmissionRules;
import org.mlanalytics.core.submission.SubmissionSettings;
import org.mlanalytics.core.submission.SurveyEvidence;
import org.mlanalytics.runtime.config.SinkTopics;
import org.mlanalytics.streaming.StreamConfig;
import org.mlanalytics.streaming.StreamFunction;

/** Turns the files of completed surveys into rows of {@code sl-survey-evidence}. */
@ApplicationScoped
public class SurveyEvidenceStream implements StreamFunction {

  static final String NAME = "survey-evidence";

  private final StreamConfig config;
  private final SinkTopics sinks;
  private final SubmissionRules rules;

  SurveyEvidenceStream(StreamConfig config, SinkTopics sinks, SubmissionSettings settings) {
    this.config = config;
    this.sinks = sinks;
    this.rules = new SurveyEvidence(settings);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String rowKind() {
    return "survey-evidence";
  }

  @Override
  public String inputTopic() {
    return config.inputs().surveys();
  }

  @Override
  public String sinkTopic() {
    return sinks.surveyEvidence();
  }

  @Override
  public SubmissionRules rules() {
    return rules;
  }
}
