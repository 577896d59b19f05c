package org.mlanalytics.runtime.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Topics of rows: what the stream functions write and Druid's supervisors read. */
@ConfigMapping(prefix = "mla.stream.sinks")
public interface SinkTopics {

  /** Topic of the rows of sl-observation. */
  @WithDefault("${mla.env:dev}.ml.observation.druid")
  String observationQuestions();

  /** Topic of the rows of sl-observation-evidence. */
  @WithDefault("${mla.env:dev}.ml.observation.evidence.druid")
  String observationEvidence();

  /** Topic of the rows of sl-survey. */
  @WithDefault("${mla.env:dev}.ml.survey.druid")
  String surveyQuestions();

  /** Topic of the rows of sl-survey-evidence. */
  @WithDefault("${mla.env:dev}.ml.survey.evidence.druid")
  String surveyEvidence();
}
