package org.mlanalytics.stream.applysupervisors;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.mlanalytics.core.dataset.Dataset;
import org.mlanalytics.core.dataset.Datasets;
import org.mlanalytics.publishing.SupervisorSettings;
import org.mlanalytics.publishing.SupervisorSpec;
import org.mlanalytics.runtime.config.SinkTopics;
import org.mlanalytics.runtime.error.AnalyticsException;
import org.mlanalytics.runtime.error.ErrorCode;

/** The supervisors that this installation wants: one for each dataset of the streams. */
@ApplicationScoped
public class StreamSupervisors {

  private final SupervisorSettings settings;
  private final List<Wanted> all;

  StreamSupervisors(ApplySupervisorsConfig config, SinkTopics topics) {
    this.settings =
        new SupervisorSettings(
            config.bootstrapServers(),
            config.consumerProperties(),
            config.taskCount(),
            config.replicas(),
            config.taskDuration(),
            config.period());
    this.all =
        List.of(
            wanted(Datasets.SL_OBSERVATION, topics.observationQuestions()),
            wanted(Datasets.SL_OBSERVATION_EVIDENCE, topics.observationEvidence()),
            wanted(Datasets.SL_SURVEY, topics.surveyQuestions()),
            wanted(Datasets.SL_SURVEY_EVIDENCE, topics.surveyEvidence()));
  }

  /** All of them, in a fixed order. */
  List<Wanted> all() {
    return all;
  }

  /**
   * That of a dataset.
   *
   * @throws AnalyticsException {@link ErrorCode#NOT_FOUND} when no stream fills the dataset
   */
  Wanted of(String dataset) {
    return all.stream()
        .filter(wanted -> wanted.dataset().equals(dataset))
        .findFirst()
        .orElseThrow(
            () ->
                new AnalyticsException(ErrorCode.NOT_FOUND, "no stream fills a dataset like this"));
  }

  private Wanted wanted(Dataset dataset, String topic) {
    return new Wanted(dataset.name(), topic, SupervisorSpec.kafka(dataset, topic, settings));
  }

  /**
   * A supervisor.
   *
   * @param dataset name of the dataset, which is that of the supervisor too
   * @param topic what it reads
   * @param spec as it is sent to Druid
   */
  record Wanted(String dataset, String topic, ObjectNode spec) {}
}
