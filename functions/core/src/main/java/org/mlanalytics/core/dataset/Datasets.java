package org.mlanalytics.core.dataset;

import java.util.List;
import java.util.Optional;

/** Every dataset of the project. */
public final class Datasets {

  /** Improvement projects with their tasks. */
  public static final Dataset SL_PROJECT = SlProject.DATASET;

  /** Answers of observations. */
  public static final Dataset SL_OBSERVATION = SlObservation.DATASET;

  /** Answers of observations that have files. */
  public static final Dataset SL_OBSERVATION_EVIDENCE = SlObservationEvidence.DATASET;

  /** Answers of surveys. */
  public static final Dataset SL_SURVEY = SlSurvey.DATASET;

  /** Answers of surveys that have files. */
  public static final Dataset SL_SURVEY_EVIDENCE = SlSurveyEvidence.DATASET;

  /** Those that are loaded by batches. */
  public static final List<Dataset> ALL = List.of(SL_PROJECT);

  /** Those that Druid reads from topics. */
  public static final List<Dataset> STREAMS =
      List.of(SL_OBSERVATION, SL_OBSERVATION_EVIDENCE, SL_SURVEY, SL_SURVEY_EVIDENCE);

  private Datasets() {}

  /** The batch dataset of that name. */
  public static Optional<Dataset> named(String name) {
    return ALL.stream().filter(dataset -> dataset.name().equals(name)).findFirst();
  }
}
