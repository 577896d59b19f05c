package org.mlanalytics.stream.redrive;

import jakarta.enterprise.context.ApplicationScoped;
import org.mlanalytics.core.submission.ObservationQuestions;
import org.mlanalytics.core.submission.SubmissionRules;
import org.mlanalytics.core.submission.SubmissionSettings;
import org.mlanalytics.streaming.StreamFunction;

/** The function whose dead letters are sent again, in the same process. */
@ApplicationScoped
class TestStream implements StreamFunction {

  static final String TEST_NAME = "observation-questions";

  private final SubmissionRules rules;

  TestStream(SubmissionSettings settings) {
    this.rules = new ObservationQuestions(settings);
  }

  @Override
  public String name() {
    return TEST_NAME;
  }

  @Override
  public String rowKind() {
    return "observation-question";
  }

  @Override
  public String inputTopic() {
    return KafkaAndMongo.INPUT;
  }

  @Override
  public String sinkTopic() {
    return KafkaAndMongo.SINK;
  }

  @Override
  public SubmissionRules rules() {
    return rules;
  }
}
