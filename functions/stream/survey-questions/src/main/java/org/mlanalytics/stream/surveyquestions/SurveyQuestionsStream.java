package org.mlanalytics.stream.surveyquestions;

import jakarta.enterprise.context.ApplicationScoped;
import org.mlanalytics.core.submission.SubmissionRules;
import org.mlanalytics.core.submission.SubmissionSettings;
import org.mlanalytics.core.submission.SurveyQuestions;
import org.mlanalytics.runtime.config.SinkTopics;
import org.mlanalytics.streaming.StreamConfig;
import org.mlanalytics.streaming.StreamFunction;

/** Turns the answers of completed surveys into rows of {@code sl-survey}. */
@ApplicationScoped
public class SurveyQuestionsStream implements StreamFunction {

  static final String NAME = "survey-questions";

  private final StreamConfig config;
  private final SinkTopics sinks;
  private final SubmissionRules rules;

  SurveyQuestionsStream(StreamConfig config, SinkTopics sinks, SubmissionSettings settings) {
    this.config = config;
    this.sinks = sinks;
    this.rules = new SurveyQuestions(settings);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String rowKind() {
    return "survey-question";
  }

  @Override
  public String inputTopic() {
    return config.inputs().surveys();
  }

  @Override
  public String sinkTopic() {
    return sinks.surveyQuestions();
  }

  @Override
  public SubmissionRules rules() {
    return rules;
  }
}
