package org.mlanalytics.stream.observationquestions;

import jakarta.enterprise.context.ApplicationScoped;
import org.mlanalytics.core.submission.ObservationQuestions;
import org.mlanalytics.core.submission.SubmissionRules;
import org.mlanalytics.core.submission.SubmissionSettings;
import org.mlanalytics.runtime.config.SinkTopics;
import org.mlanalytics.streaming.StreamConfig;
import org.mlanalytics.streaming.StreamFunction;

/** Turns the answers of completed observations into rows of {@code sl-observation}. */
@ApplicationScoped
public class ObservationQuestionsStream implements StreamFunction {

  static final String NAME = "observation-questions";

  private final StreamConfig config;
  private final SinkTopics sinks;
  private final SubmissionRules rules;

  ObservationQuestionsStream(StreamConfig config, SinkTopics sinks, SubmissionSettings settings) {
    this.config = config;
    this.sinks = sinks;
    this.rules = new ObservationQuestions(settings);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String rowKind() {
    return "observation-question";
  }

  @Override
  public String inputTopic() {
    return config.inputs().observations();
  }

  @Override
  public String sinkTopic() {
    return sinks.observationQuestions();
  }

  @Override
  public SubmissionRules rules() {
    return rules;
  }
}
