package org.mlanalytics.core.snapshot;

import static org.mlanalytics.core.dataset.SnapshotColumns.NO_OF_CERTIFICATE_ISSUED;
import static org.mlanalytics.core.dataset.SnapshotColumns.NO_OF_IMP_WITH_EVIDENCE;
import static org.mlanalytics.core.dataset.SnapshotColumns.NO_OF_IMP_WITH_EVIDENCE_INPROGRESS;
import static org.mlanalytics.core.dataset.SnapshotColumns.UNIQUE_ENTITIES;
import static org.mlanalytics.core.dataset.SnapshotColumns.UNIQUE_PROJECTS;
import static org.mlanalytics.core.dataset.SnapshotColumns.UNIQUE_SOLUTION;
import static org.mlanalytics.core.dataset.SnapshotColumns.UNIQUE_SUBMISSIONS;
import static org.mlanalytics.core.dataset.SnapshotColumns.UNIQUE_USERS;

import java.util.ArrayList;
import java.util.List;
import org.mlanalytics.core.dataset.Column;
import org.mlanalytics.core.dataset.Dataset;
import org.mlanalytics.core.dataset.Datasets;
import org.mlanalytics.core.dataset.MlSurveyStatus;
import org.mlanalytics.core.dataset.SlObservationStatus;
import org.mlanalytics.core.dataset.SlProject;
import org.mlanalytics.core.status.SolutionType;

/** Every daily snapshot. Sunbird ML analytics 6.0.0, the distinct-count scripts. */
public final class Snapshots {

  private static final Condition WITH_EVIDENCE =
      Condition.ALWAYS.and(SlProject.EVIDENCE_STATUS, "true");

  private static final List<Measure> OF_PROJECTS =
      List.of(
          count(UNIQUE_PROJECTS, SlProject.PROJECT_ID),
          count(UNIQUE_USERS, SlProject.CREATED_BY),
          new Measure(
              NO_OF_CERTIFICATE_ISSUED,
              SlProject.PROJECT_ID,
              Condition.ALWAYS.and(SlProject.CERTIFICATE_STATUS_CUSTOMISED, "Issued")),
          new Measure(
              NO_OF_IMP_WITH_EVIDENCE,
              SlProject.PROJECT_ID,
              WITH_EVIDENCE.and(SlProject.STATUS_OF_PROJECT, "submitted")),
          new Measure(
              NO_OF_IMP_WITH_EVIDENCE_INPROGRESS,
              SlProject.PROJECT_ID,
              WITH_EVIDENCE.and(SlProject.STATUS_OF_PROJECT, "inProgress")));

  private static final List<Measure> OF_OBSERVATIONS =
      List.of(
          count(UNIQUE_SUBMISSIONS, SlObservationStatus.SUBMISSION_ID),
          count(UNIQUE_ENTITIES, SlObservationStatus.ENTITY_ID),
          count(UNIQUE_USERS, SlObservationStatus.USER_ID),
          count(UNIQUE_SOLUTION, SlObservationStatus.SOLUTION_ID));

  private static final Condition RATED =
      Condition.ALWAYS
          .and(SlObservationStatus.STATUS, "completed")
          .and(SlObservationStatus.SOLUTION_TYPE, SolutionType.WITH_RUBRIC);

  /** Pyspark_prj_status. */
  public static final Snapshot PROJECT_STATUS =
      new Snapshot(
          Datasets.ML_PROJECT_STATUS,
          Datasets.SL_PROJECT,
          Condition.ALWAYS,
          Expansion.NONE,
          with(OF_PROJECTS, count(UNIQUE_SOLUTION, SlProject.SOLUTION_ID)),
          true);

  /** Pyspark_prj_status_prglevel. */
  public static final Snapshot PROJECT_PROGRAM_STATUS =
      new Snapshot(
          Datasets.ML_PROJECT_PROGRAM_LEVEL_STATUS,
          Datasets.SL_PROJECT,
          Condition.ALWAYS,
          Expansion.NONE,
          OF_PROJECTS,
          true);

  /** Pyspark_obs_status_batch. */
  public static final Snapshot OBSERVATION =
      ofObservations(Datasets.ML_OBS_STATUS, Condition.ALWAYS, Expansion.NONE);

  /** Pyspark_obs_domain_batch. */
  public static final Snapshot OBSERVATION_DOMAIN =
      ofObservations(Datasets.ML_OBS_DOMAIN, RATED, Expansion.DOMAINS);

  /** Pyspark_obs_domain_criteria_batch. */
  public static final Snapshot OBSERVATION_DOMAIN_CRITERIA =
      ofObservations(Datasets.ML_OBS_DOMAIN_CRITERIA, RATED, Expansion.DOMAIN_CRITERIA);

  /** Pyspark_sur_status. */
  public static final Snapshot SURVEY =
      new Snapshot(
          Datasets.ML_SURVEY_DISTINCT_COUNT_STATUS,
          Datasets.ML_SURVEY_STATUS,
          Condition.ALWAYS,
          Expansion.NONE,
          List.of(
              count(UNIQUE_USERS, MlSurveyStatus.USER_ID),
              count(UNIQUE_SUBMISSIONS, MlSurveyStatus.SURVEY_SUBMISSION_ID)),
          false);

  private Snapshots() {}

  private static Snapshot ofObservations(
      Dataset dataset, Condition selection, Expansion expansion) {
    return new Snapshot(
        dataset, Datasets.SL_OBSERVATION_STATUS, selection, expansion, OF_OBSERVATIONS, false);
  }

  private static Measure count(Column column, Column distinct) {
    return new Measure(column, distinct, Condition.ALWAYS);
  }

  private static List<Measure> with(List<Measure> measures, Measure another) {
    List<Measure> all = new ArrayList<>(measures);
    all.add(another);
    return List.copyOf(all);
  }
}
