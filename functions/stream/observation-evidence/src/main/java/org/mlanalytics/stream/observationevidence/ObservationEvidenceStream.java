package org.mlanalytics.stream.observationevidence;

import jakarta.enterprise.context.ApplicationScoped;
import org.mlanalytics.core.submission.ObservationEvidence;
import org.mlanalytics.core.submission.SubmissionRules;
import org.mlanalytics.core.submission.SubmissionSettings;
import org.mlanalytics.runtime.config.SinkTopics;
import org.mlanalytics.streaming.StreamConfig;
import org.mlanalytics.streaming.StreamFunction;

/** Turns the files of completed observations into rows of {@code sl-observation-evidence}. */
@ApplicationScoped
public class ObservationEvidenceStream implements StreamFunction {

  static final String NAME = "observation-evidence";

  private final StreamConfig config;
  private final SinkTopics sinks;
  private final SubmissionRules rules;

  ObservationEvidenceStream(StreamConfig config, SinkTopics sinks, SubmissionSettings settings) {
    this.config = config;
    this.sinks = sinks;
    this.rules = new ObservationEvidence(settings);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String rowKind() {
    return "observation-evidence";
  }

  @Override
  public String inputTopic() {
    return config.inputs().observations();
  }

  @Override
  public String sinkTopic() {
    return sinks.observationEvidence();
  }

  @Override
  public SubmissionRules rules() {
    return rules;
  }
}
