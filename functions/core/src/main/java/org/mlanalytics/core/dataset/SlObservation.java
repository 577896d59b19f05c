package org.mlanalytics.core.dataset;

import static org.mlanalytics.core.dataset.Column.scalar;
import static org.mlanalytics.core.dataset.Column.text;
import static org.mlanalytics.core.dataset.QuestionColumns.perLocation;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.mlanalytics.core.profile.LocationType;

/**
 * The columns of {@code sl-observation} alone. Sunbird ML analytics 6.0.0,
 * py_observation_streaming.
 */
public final class SlObservation {

  public static final Column ROLE_TITLE = text("role_title", "userRoleInformation.role.");

  public static final Column USER_BOARD_NAME =
      text("user_boardName", "Boards of the user, joined by commas.");

  public static final Column SOLUTION_TYPE =
      text(
          "solution_type",
          "observation_with_rubric, observation_with_rubric_no_criteria_level_report or observation_with_out_rubric, by isRubricDriven and criteriaLevelReport.");

  public static final Column PROGRAM_DESCRIPTION =
      text("programDescription", "Description of the program, of an unknown one from programInfo.");

  public static final Column SOLUTION_DESCRIPTION =
      text(
          "solutionDescription",
          "Description of the solution, of an unknown one from solutionInfo.");

  public static final Column SCORING_SYSTEM =
      text("scoringSystem", "scoringSystem of the solution.");

  public static final Column OBSERVATION_NAME =
      text("observationName", "observationInformation.name, else the name of the observation.");

  public static final Column CRITERIA_DESCRIPTION =
      text("criteriaDescription", "Description of the criterion that lists the question.");

  public static final Column DOMAIN_NAME =
      text("domainName", "Name of the theme of the solution that contains the criterion.");

  public static final Column DOMAIN_EXTERNAL_ID =
      text("domainExternalId", "externalId of that theme.");

  public static final Column DOMAIN_LEVEL =
      text("domainLevel", "pointsBasedLevel of that theme in the submission.");

  public static final Column DOMAIN_SCORE =
      scalar("domainScore", "scoreAchieved of that theme in the submission.");

  public static final Column ANCESTOR_NAME =
      text("ancestorName", "Name of the theme or sub-theme that holds the criterion.");

  public static final Column CHILD_NAME =
      text("childName", "Name of the criterion in the submission, empty if it is not there.");

  public static final Column CHILD_TYPE =
      text("childType", "criteria, if a theme contains the criterion.");

  public static final Column CHILD_EXTERNALID =
      text("childExternalid", "Id of the criterion, if a theme contains it.");

  public static final Column LEVEL =
      text(
          "level",
          "score of the criterion in the submission, empty if the criterion is not there.");

  public static final Column CRITERIA_SCORE =
      scalar(
          "criteriaScore",
          "scoreAchieved of the criterion in the submission, empty if the criterion is not there.");

  public static final Column LABEL =
      text(
          "label",
          "Label of the rubric of the level reached, empty if the criterion is not in the submission.");

  public static final Column IMP_PROJECT_ID =
      text(
          "imp_project_id",
          "_id of the last improvement project of the criterion, empty if the criterion is not in the submission.");

  public static final Column IMP_PROJECT_TITLE = text("imp_project_title", "Its title, likewise.");

  public static final Column IMP_PROJECT_GOAL = text("imp_project_goal", "Its goal, likewise.");

  public static final Column IMP_PROJECT_EXTERNAL_ID =
      text("imp_project_externalId", "Its externalId, likewise.");

  public static final Column SUBMISSION_NUMBER = scalar("submissionNumber", "submissionNumber.");

  public static final Column SUBMISSION_TITLE = text("submissionTitle", "title of the submission.");

  public static final Column IS_RUBRIC_DRIVEN =
      scalar("isRubricDriven", "isRubricDriven, false if it is missing.");

  public static final Column CRITERIA_LEVEL_REPORT =
      scalar("criteriaLevelReport", "criteriaLevelReport, false if it is missing.");

  public static final Column CRITERIA_LEVEL =
      text("criteriaLevel", "Never filled; dashboards know the dimension.");

  public static final Column SCHOOL_TYPES =
      text("schoolTypes", "Never filled; dashboards know the dimension.");

  public static final Column ADMINISTRATION_TYPES =
      text("administrationTypes", "Never filled; dashboards know the dimension.");

  /** Names of the user's locations. */
  public static final Map<LocationType, Column> USER_LOCATION_NAME =
      perLocation("user_%sName", "Name of the user's %s.");

  /** Ids of what was observed and where it lies. */
  public static final Map<LocationType, Column> ENTITY_ID =
      perLocation("%s", "Id of the observed %s, or of the one in which the entity lies.");

  /** Names of what was observed and where it lies. */
  public static final Map<LocationType, Column> ENTITY_NAME =
      perLocation("%sName", "Name of the observed %s, or of the one in which the entity lies.");

  /** External ids, else codes, of what was observed and where it lies. */
  public static final Map<LocationType, Column> ENTITY_EXTERNAL_ID =
      perLocation(
          "%sExternalId",
          "externalId of the observed %s, or code of the one in which the entity lies.");

  private static final List<Column> OWN =
      List.of(
          ROLE_TITLE,
          USER_BOARD_NAME,
          SOLUTION_TYPE,
          PROGRAM_DESCRIPTION,
          SOLUTION_DESCRIPTION,
          SCORING_SYSTEM,
          OBSERVATION_NAME,
          CRITERIA_DESCRIPTION,
          DOMAIN_NAME,
          DOMAIN_EXTERNAL_ID,
          DOMAIN_LEVEL,
          DOMAIN_SCORE,
          ANCESTOR_NAME,
          CHILD_NAME,
          CHILD_TYPE,
          CHILD_EXTERNALID,
          LEVEL,
          CRITERIA_SCORE,
          LABEL,
          IMP_PROJECT_ID,
          IMP_PROJECT_TITLE,
          IMP_PROJECT_GOAL,
          IMP_PROJECT_EXTERNAL_ID,
          SUBMISSION_NUMBER,
          SUBMISSION_TITLE,
          IS_RUBRIC_DRIVEN,
          CRITERIA_LEVEL_REPORT,
          CRITERIA_LEVEL,
          SCHOOL_TYPES,
          ADMINISTRATION_TYPES);

  static final Dataset DATASET =
      new Dataset(
          "sl-observation",
          "One row for every answer of a completed observation, chosen option of a multiselect, and organisation of the user.",
          "sl_observation.json",
          Stream.of(
                  SubmissionColumns.ALL,
                  QuestionColumns.ALL,
                  ObservationColumns.ALL,
                  OWN,
                  USER_LOCATION_NAME.values(),
                  ENTITY_ID.values(),
                  ENTITY_NAME.values(),
                  ENTITY_EXTERNAL_ID.values())
              .flatMap(Collection::stream)
              .toList(),
          SubmissionColumns.COMPLETED_DATE,
          Granularity.DAY,
          Granularity.NONE);

  private SlObservation() {}
}
