package org.mlanalytics.stream.surveyevidence;

import jakarta.enterprise.context.ApplicationScoped;
import org.mlanalytics.core.submission.SubmissionRules;
import org.mlanalytics.core.submission.SubmissionSettings;
import org.mlanalytics.core.submission.SurveyEvidence;
import org.mlanalytics.streaming.StreamConfig;
import org.mlanalytics.streaming.StreamFunction;

/** Turns the files of completed surveys into rows of {@code sl-survey-evidence}. */
@ApplicationScoped
public class SurveyEvidenceStream implements StreamFunction {

  static final String NAME = "survey-evidence";

  private final StreamConfig config;
  private final SubmissionRules rules;

  SurveyEvidenceStream(StreamConfig config, SubmissionSettings settings) {
    this.config = config;
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
    return config.sinks().surveyEvidence();
  }

  @Override
  public SubmissionRules rules() {
    return rules;
  }
}
