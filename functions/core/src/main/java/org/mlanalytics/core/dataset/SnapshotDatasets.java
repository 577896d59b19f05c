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

  private static final List<Column> PLACE_AND_ORGANISATION =
      List.of(
          ProfileColumns.STATE_NAME,
          ProfileColumns.STATE_EXTERNAL_ID,
          ProfileColumns.DISTRICT_NAME,
          ProfileColumns.DISTRICT_EXTERNAL_ID,
          ProfileColumns.BLOCK_NAME,
          ProfileColumns.BLOCK_EXTERNAL_ID,
          ProfileColumns.ORGANISATION_NAME,
          ProfileColumns.ORGANISATION_ID,
          ProfileColumns.PARENT_CHANNEL);

  private static final List<Column> OBSERVATION =
      List.of(
          SlObservationStatus.PROGRAM_NAME,
          SlObservationStatus.PROGRAM_ID,
          SlObservationStatus.SOLUTION_NAME,
          SlObservationStatus.SOLUTION_ID,
          SlObservationStatus.SOLUTION_TYPE,
          SlObservationStatus.PRIVATE_PROGRAM);

  private static final List<Column> OF_OBSERVATIONS =
      List.of(UNIQUE_SUBMISSIONS, UNIQUE_ENTITIES, UNIQUE_USERS, UNIQUE_SOLUTION);

  private static final List<Column> DOMAIN = List.of(DOMAIN_NAME, DOMAIN_EXTERNAL_ID, DOMAIN_LEVEL);

  private static final List<Column> CRITERION = List.of(CRITERIA_NAME, CRITERIA_SCORE, CRITERIA_ID);

  private static final List<Column> OF_PROJECTS =
      List.of(
          UNIQUE_PROJECTS,
          UNIQUE_USERS,
          NO_OF_CERTIFICATE_ISSUED,
          NO_OF_IMP_WITH_EVIDENCE,
          NO_OF_IMP_WITH_EVIDENCE_INPROGRESS);

  static final Dataset ML_PROJECT_STATUS =
      snapshot(
          "ml-project-status",
          "Projects, users and certificates of a business date by program, solution, status, place and organisation.",
          "ml_projects_distinctCount.json",
          List.of(
              SlProject.PROGRAM_NAME,
              SlProject.PROGRAM_ID,
              SlProject.PROJECT_TITLE,
              SlProject.SOLUTION_ID,
              SlProject.STATUS_OF_PROJECT,
              SlProject.PRIVATE_PROGRAM,
              SlProject.PROJECT_CREATED_TYPE),
          PLACE_AND_ORGANISATION,
          OF_PROJECTS,
          List.of(UNIQUE_SOLUTION));

  static final Dataset ML_PROJECT_PROGRAM_LEVEL_STATUS =
      snapshot(
          "ml-project-programLevel-status",
          "Projects, users and certificates of a business date by program, status and state.",
          "ml_projects_distinctCount_prgmlevel.json",
          List.of(
              SlProject.PROGRAM_NAME,
              SlProject.PROGRAM_ID,
              SlProject.STATUS_OF_PROJECT,
              ProfileColumns.STATE_NAME,
              ProfileColumns.STATE_EXTERNAL_ID,
              SlProject.PRIVATE_PROGRAM,
              SlProject.PROJECT_CREATED_TYPE,
              ProfileColumns.PARENT_CHANNEL),
          OF_PROJECTS);

  static final Dataset ML_OBS_STATUS =
      snapshot(
          "ml-obs-status",
          "Observations of a business date by solution, status, place and organisation.",
          "ml_observation_distinctCount_status.json",
          OBSERVATION,
          List.of(SlObservationStatus.STATUS),
          PLACE_AND_ORGANISATION,
          OF_OBSERVATIONS);

  static final Dataset ML_OBS_DOMAIN =
      snapshot(
          "ml-obs-domain",
          "Completed observations with a rubric of a business date by theme.",
          "ml_observation_distinctCount_domain.json",
          OBSERVATION,
          PLACE_AND_ORGANISATION,
          DOMAIN,
          OF_OBSERVATIONS);

  static final Dataset ML_OBS_DOMAIN_CRITERIA =
      snapshot(
          "ml-obs-domain-criteria",
          "Completed observations with a rubric of a business date by theme and criterion.",
          "ml_observation_distinctCount_domain_criteria.json",
          OBSERVATION,
          PLACE_AND_ORGANISATION,
          DOMAIN,
          CRITERION,
          OF_OBSERVATIONS);

  static final Dataset ML_SURVEY_DISTINCT_COUNT_STATUS =
      snapshot(
          "ml-surveydistinctCount-status",
          "Surveys of a business date by survey, status, place and organisation.",
          "ml_survey_distinctCount_status.json",
          List.of(
              MlSurveyStatus.PROGRAM_NAME,
              MlSurveyStatus.PROGRAM_ID,
              MlSurveyStatus.SURVEY_NAME,
              MlSurveyStatus.SURVEY_ID,
              MlSurveyStatus.SUBMISSION_STATUS,
              MlSurveyStatus.PRIVATE_PROGRAM),
          PLACE_AND_ORGANISATION,
          List.of(UNIQUE_USERS, UNIQUE_SUBMISSIONS));

  private SnapshotDatasets() {}

  @SafeVarargs
  private static Dataset snapshot(
      String name, String description, String fileName, List<Column>... parts) {
    List<Column> columns = new ArrayList<>();
    columns.add(TIME_STAMP);
    for (List<Column> part : parts) {
      columns.addAll(part);
    }
    return new Dataset(
        name, description, fileName, columns, TIME_STAMP, Granularity.DAY, Granularity.NONE);
  }
}
