package org.mlanalytics.core.dataset;

import java.util.List;
import java.util.Optional;

/** Every dataset of the project. */
public final class Datasets {

  /** Improvement projects with their tasks. */
  public static final Dataset SL_PROJECT = SlProject.DATASET;

  /** Observation submissions. */
  public static final Dataset SL_OBSERVATION_STATUS = SlObservationStatus.DATASET;

  /** Survey submissions. */
  public static final Dataset ML_SURVEY_STATUS = MlSurveyStatus.DATASET;

  /** Daily counts of projects by program, solution, place and organisation. */
  public static final Dataset ML_PROJECT_STATUS = SnapshotDatasets.ML_PROJECT_STATUS;

  /** Daily counts of projects by program and state. */
  public static final Dataset ML_PROJECT_PROGRAM_LEVEL_STATUS =
      SnapshotDatasets.ML_PROJECT_PROGRAM_LEVEL_STATUS;

  /** Daily counts of observations by solution, place and organisation. */
  public static final Dataset ML_OBS_STATUS = SnapshotDatasets.ML_OBS_STATUS;

  /** Daily counts of completed observations by theme. */
  public static final Dataset ML_OBS_DOMAIN = SnapshotDatasets.ML_OBS_DOMAIN;

  /** Daily counts of completed observations by theme and criterion. */
  public static final Dataset ML_OBS_DOMAIN_CRITERIA = SnapshotDatasets.ML_OBS_DOMAIN_CRITERIA;

  /** Daily counts of surveys by survey, place and organisation. */
  public static final Dataset ML_SURVEY_DISTINCT_COUNT_STATUS =
      SnapshotDatasets.ML_SURVEY_DISTINCT_COUNT_STATUS;

  /** Answers of observations. */
  public static final Dataset SL_OBSERVATION = SlObservation.DATASET;

  /** Answers of observations that have files. */
  public static final Dataset SL_OBSERVATION_EVIDENCE = SlObservationEvidence.DATASET;

  /** Answers of surveys. */
  public static final Dataset SL_SURVEY = SlSurvey.DATASET;

  /** Answers of surveys that have files. */
  public static final Dataset SL_SURVEY_EVIDENCE = SlSurveyEvidence.DATASET;

  /** Those that are loaded by batches. */
  public static final List<Dataset> ALL =
      List.of(
          SL_PROJECT,
          ML_PROJECT_STATUS,
          ML_PROJECT_PROGRAM_LEVEL_STATUS,
          SL_OBSERVATION_STATUS,
          ML_OBS_STATUS,
          ML_OBS_DOMAIN,
          ML_OBS_DOMAIN_CRITERIA,
          ML_SURVEY_STATUS,
          ML_SURVEY_DISTINCT_COUNT_STATUS);

  /** Those that Druid reads from topics. */
  public static final List<Dataset> STREAMS =
      List.of(SL_OBSERVATION, SL_OBSERVATION_EVIDENCE, SL_SURVEY, SL_SURVEY_EVIDENCE);

  private Datasets() {}

  /** The dataset of that name that is published in one piece: a batch's or a file's. */
  public static Optional<Dataset> named(String name) {
    return ALL.stream()
        .filter(dataset -> dataset.name().equals(name))
        .findFirst()
        .or(() -> FileDatasets.named(name));
  }
}
