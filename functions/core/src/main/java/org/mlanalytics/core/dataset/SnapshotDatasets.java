package org.mlanalytics.core.dataset;

import static org.mlanalytics.core.dataset.SnapshotColumns.CRITERIA_ID;
import static org.mlanalytics.core.dataset.SnapshotColumns.CRITERIA_NAME;
import static org.mlanalytics.core.dataset.SnapshotColumns.CRITERIA_SCORE;
import static org.mlanalytics.core.dataset.SnapshotColumns.DOMAIN_EXTERNAL_ID;
import static org.mlanalytics.core.dataset.SnapshotColumns.DOMAIN_LEVEL;
import static org.mlanalytics.core.dataset.SnapshotColumns.DOMAIN_NAME;
import static org.mlanalytics.core.dataset.SnapshotColumns.NO_OF_CERTIFICATE_ISSUED;
import static org.mlanalytics.core.dataset.SnapshotColumns.NO_OF_IMP_WITH_EVIDENCE;
import static org.mlanalytics.core.dataset.SnapshotColumns.NO_OF_IMP_WITH_EVIDENCE_INPROGRESS;
import static org.mlanalytics.core.dataset.SnapshotColumns.TIME_STAMP;
import static org.mlanalytics.core.dataset.SnapshotColumns.UNIQUE_ENTITIES;
import static org.mlanalytics.core.dataset.SnapshotColumns.UNIQUE_PROJECTS;
import static org.mlanalytics.core.dataset.SnapshotColumns.UNIQUE_SOLUTION;
import static org.mlanalytics.core.dataset.SnapshotColumns.UNIQUE_SUBMISSIONS;
import static org.mlanalytics.core.dataset.SnapshotColumns.UNIQUE_USERS;

import java.util.ArrayList;
import java.util.List;

/**
 * The daily snapshots. A row is one group of one business date; together the rows of a date replace
 * those that were published for it before. Sunbird ML analytics 6.0.0, the distinct-count scripts.
 */
final class SnapshotDatasets {

  static final Dataset ML_PROJECT_STATUS =
      snapshot(
          "ml-project-status",
          "Projects, users and certificates of a business date by program, solution, status, place and organisation.",
          "ml_projects_distinctCount.json",
          SlProject.PROGRAM_NAME,
          SlProject.PROGRAM_ID,
          SlProject.PROJECT_TITLE,
          SlProject.SOLUTION_ID,
          SlProject.STATUS_OF_PROJECT,
          ProfileColumns.STATE_NAME,
          ProfileColumns.STATE_EXTERNAL_ID,
          ProfileColumns.DISTRICT_NAME,
          ProfileColumns.DISTRICT_EXTERNAL_ID,
          ProfileColumns.BLOCK_NAME,
          ProfileColumns.BLOCK_EXTERNAL_ID,
          ProfileColumns.ORGANISATION_NAME,
          ProfileColumns.ORGANISATION_ID,
          SlProject.PRIVATE_PROGRAM,
          SlProject.PROJECT_CREATED_TYPE,
          ProfileColumns.PARENT_CHANNEL,
          UNIQUE_PROJECTS,
          UNIQUE_SOLUTION,
          UNIQUE_USERS,
          NO_OF_CERTIFICATE_ISSUED,
          NO_OF_IMP_WITH_EVIDENCE,
          NO_OF_IMP_WITH_EVIDENCE_INPROGRESS);

  static final Dataset ML_PROJECT_PROGRAM_LEVEL_STATUS =
      snapshot(
          "ml-project-programLevel-status",
          "Projects, users and certificates of a business date by program, status and state.",
          "ml_projects_distinctCount_prgmlevel.json",
          SlProject.PROGRAM_NAME,
          SlProject.PROGRAM_ID,
          SlProject.STATUS_OF_PROJECT,
          ProfileColumns.STATE_NAME,
          ProfileColumns.STATE_EXTERNAL_ID,
          SlProject.PRIVATE_PROGRAM,
          SlProject.PROJECT_CREATED_TYPE,
          ProfileColumns.PARENT_CHANNEL,
          UNIQUE_PROJECTS,
          UNIQUE_USERS,
          NO_OF_CERTIFICATE_ISSUED,
          NO_OF_IMP_WITH_EVIDENCE,
          NO_OF_IMP_WITH_EVIDENCE_INPROGRESS);

  static final Dataset ML_OBS_STATUS =
      snapshot(
          "ml-obs-status",
          "Observations of a business date by solution, status, place and organisation.",
          "ml_observation_distinctCount_status.json",
          SlObservationStatus.PROGRAM_NAME,
          SlObservationStatus.PROGRAM_ID,
          SlObservationStatus.SOLUTION_NAME,
          SlObservationStatus.SOLUTION_ID,
          SlObservationStatus.STATUS,
          ProfileColumns.STATE_NAME,
          ProfileColumns.STATE_EXTERNAL_ID,
          ProfileColumns.DISTRICT_NAME,
          ProfileColumns.DISTRICT_EXTERNAL_ID,
          ProfileColumns.BLOCK_NAME,
          ProfileColumns.BLOCK_EXTERNAL_ID,
          ProfileColumns.ORGANISATION_NAME,
          ProfileColumns.ORGANISATION_ID,
          SlObservationStatus.SOLUTION_TYPE,
          SlObservationStatus.PRIVATE_PROGRAM,
          ProfileColumns.PARENT_CHANNEL,
          UNIQUE_SUBMISSIONS,
          UNIQUE_ENTITIES,
          UNIQUE_USERS,
          UNIQUE_SOLUTION);

  static final Dataset ML_OBS_DOMAIN =
      snapshot(
          "ml-obs-domain",
          "Completed observations with a rubric of a business date by theme.",
          "ml_observation_distinctCount_domain.json",
          SlObservationStatus.PROGRAM_NAME,
          SlObservationStatus.PROGRAM_ID,
          SlObservationStatus.SOLUTION_NAME,
          SlObservationStatus.SOLUTION_ID,
          ProfileColumns.STATE_NAME,
          ProfileColumns.STATE_EXTERNAL_ID,
          ProfileColumns.DISTRICT_NAME,
          ProfileColumns.DISTRICT_EXTERNAL_ID,
          ProfileColumns.BLOCK_NAME,
          ProfileColumns.BLOCK_EXTERNAL_ID,
          ProfileColumns.ORGANISATION_NAME,
          ProfileColumns.ORGANISATION_ID,
          SlObservationStatus.SOLUTION_TYPE,
          SlObservationStatus.PRIVATE_PROGRAM,
          ProfileColumns.PARENT_CHANNEL,
          DOMAIN_NAME,
          DOMAIN_EXTERNAL_ID,
          DOMAIN_LEVEL,
          UNIQUE_SUBMISSIONS,
          UNIQUE_ENTITIES,
          UNIQUE_USERS,
          UNIQUE_SOLUTION);

  static final Dataset ML_OBS_DOMAIN_CRITERIA =
      snapshot(
          "ml-obs-domain-criteria",
          "Completed observations with a rubric of a business date by theme and criterion.",
          "ml_observation_distinctCount_domain_criteria.json",
          SlObservationStatus.PROGRAM_NAME,
          SlObservationStatus.PROGRAM_ID,
          SlObservationStatus.SOLUTION_NAME,
          SlObservationStatus.SOLUTION_ID,
          ProfileColumns.STATE_NAME,
          ProfileColumns.STATE_EXTERNAL_ID,
          ProfileColumns.DISTRICT_NAME,
          ProfileColumns.DISTRICT_EXTERNAL_ID,
          ProfileColumns.BLOCK_NAME,
          ProfileColumns.BLOCK_EXTERNAL_ID,
          ProfileColumns.ORGANISATION_NAME,
          ProfileColumns.ORGANISATION_ID,
          SlObservationStatus.SOLUTION_TYPE,
          SlObservationStatus.PRIVATE_PROGRAM,
          ProfileColumns.PARENT_CHANNEL,
          DOMAIN_NAME,
          DOMAIN_EXTERNAL_ID,
          DOMAIN_LEVEL,
          CRITERIA_NAME,
          CRITERIA_SCORE,
          CRITERIA_ID,
          UNIQUE_SUBMISSIONS,
          UNIQUE_ENTITIES,
          UNIQUE_USERS,
          UNIQUE_SOLUTION);

  static final Dataset ML_SURVEY_DISTINCT_COUNT_STATUS =
      snapshot(
          "ml-surveydistinctCount-status",
          "Surveys of a business date by survey, status, place and organisation.",
          "ml_survey_distinctCount_status.json",
          MlSurveyStatus.PROGRAM_NAME,
          MlSurveyStatus.PROGRAM_ID,
          MlSurveyStatus.SURVEY_NAME,
          MlSurveyStatus.SURVEY_ID,
          MlSurveyStatus.SUBMISSION_STATUS,
          ProfileColumns.STATE_NAME,
          ProfileColumns.STATE_EXTERNAL_ID,
          ProfileColumns.DISTRICT_NAME,
          ProfileColumns.DISTRICT_EXTERNAL_ID,
          ProfileColumns.BLOCK_NAME,
          ProfileColumns.BLOCK_EXTERNAL_ID,
          ProfileColumns.ORGANISATION_NAME,
          ProfileColumns.ORGANISATION_ID,
          MlSurveyStatus.PRIVATE_PROGRAM,
          ProfileColumns.PARENT_CHANNEL,
          UNIQUE_USERS,
          UNIQUE_SUBMISSIONS);

  private SnapshotDatasets() {}

  private static Dataset snapshot(
      String name, String description, String fileName, Column... columns) {
    List<Column> all = new ArrayList<>();
    all.add(TIME_STAMP);
    all.addAll(List.of(columns));
    return new Dataset(
        name, description, fileName, all, TIME_STAMP, Granularity.DAY, Granularity.NONE);
  }
}
