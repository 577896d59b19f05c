package org.mlanalytics.core.dataset;

import static org.mlanalytics.core.dataset.Column.decimal;
import static org.mlanalytics.core.dataset.Column.scalar;
import static org.mlanalytics.core.dataset.Column.text;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.mlanalytics.core.profile.LocationType;

/**
 * What {@code sl-observation} and {@code sl-survey} share: one row for every answer, chosen option
 * of a multiselect, and organisation of the user.
 */
public final class QuestionColumns {

  public static final Column CREATED_AT = text("createdAt", "createdAt.");

  public static final Column UPDATED_AT = text("updatedAt", "updatedAt.");

  public static final Column IS_A_PRIVATE_PROGRAM =
      scalar("isAPrivateProgram", "Always false: submissions of private programs give no rows.");

  public static final Column PROGRAM_ID =
      text("programId", "programId; of an observation empty if it is missing.");

  public static final Column PROGRAM_EXTERNAL_ID =
      text("programExternalId", "programExternalId; of an observation empty if it is missing.");

  public static final Column PROGRAM_NAME =
      text(
          "programName",
          "Name of the program; of a survey or an unknown program from programInfo.");

  public static final Column SOLUTION_NAME =
      text(
          "solutionName",
          "Name of the solution; of a survey or an unknown solution from solutionInfo.");

  public static final Column CRITERIA_ID = text("criteriaId", "criteriaId of the answer.");

  public static final Column CRITERIA_EXTERNAL_ID =
      text(
          "criteriaExternalId",
          "externalId of the criterion that lists the question; of a survey that of the last criterion.");

  public static final Column CRITERIA_NAME =
      text(
          "criteriaName",
          "Name of the criterion that lists the question; of a survey that of the last criterion.");

  public static final Column SECTION =
      text(
          "section",
          "Code of the section that holds the question; of a survey empty if there is none.");

  public static final Column QUESTION_SEQUENCE_BY_ECM =
      scalar(
          "questionSequenceByEcm",
          "Position of the question in its section from 1, null if it is not in there; of an observation empty without such a section.");

  public static final Column TOTAL_SCORE =
      scalar(
          "totalScore",
          "pointsBasedMaxScore, empty if it is missing; null unless the solution has points, empty in a survey.");

  public static final Column SCORE_ACHIEVED =
      scalar(
          "scoreAchieved",
          "pointsBasedScoreAchieved of the submission, by the rule of totalScore.");

  public static final Column TOTALPERCENTAGE =
      scalar(
          "totalpercentage",
          "pointsBasedPercentageScore of the submission, by the rule of totalScore.");

  public static final Column MAX_SCORE =
      scalar("maxScore", "maxScore of the answer, by the rule of totalScore.");

  public static final Column MIN_SCORE =
      scalar("minScore", "scoreAchieved of the answer, by the rule of totalScore.");

  public static final Column PERCENTAGE_SCORE =
      scalar("percentageScore", "percentageScore of the answer, by the rule of totalScore.");

  public static final Column POINTS_BASED_SCORE_IN_PARENT =
      scalar(
          "pointsBasedScoreInParent",
          "pointsBasedScoreInParent of the answer, by the rule of totalScore.");

  public static final Column QUESTION_NAME = text("questionName", "First text of the question.");

  public static final Column QUESTION_ECM = text("questionECM", "evidenceMethod of the answer.");

  public static final Column QUESTION_ANSWER =
      scalar("questionAnswer", "The value, of a multiselect one of the values; one row each.");

  public static final Column QUESTION_RESPONSE_LABEL =
      scalar(
          "questionResponseLabel",
          "Label of the chosen option, else the value; a text in single quotes, without newlines and double quotes; empty for 0.");

  public static final Column QUESTION_RESPONSE_LABEL_NUMBER =
      decimal(
          "questionResponseLabel_number",
          "The value of a number, 0 if it is empty; source of the metric question_response_number, a float sum.");

  public static final Column REMARKS =
      text(
          "remarks",
          "remarks of the answer in single quotes, without newlines and double quotes; null if empty.");

  public static final Column EVIDENCES =
      text(
          "evidences",
          "Addresses of the files of the answer, joined by blank, comma and blank; null without any.");

  public static final Column INSTANCE_ID =
      scalar("instanceId", "Number of the instance of the matrix from 1, empty outside a matrix.");

  public static final Column INSTANCE_PARENT_QUESTION =
      text("instanceParentQuestion", "First text of the matrix question, empty outside a matrix.");

  public static final Column INSTANCE_PARENT_ID =
      text("instanceParentId", "qid of the matrix question, empty outside a matrix.");

  public static final Column INSTANCE_PARENT_RESPONSETYPE =
      text("instanceParentResponsetype", "matrix, empty outside a matrix.");

  public static final Column INSTANCE_PARENT_EXTERNAL_ID =
      text(
          "instanceParentExternalId", "externalId of the matrix question, empty outside a matrix.");

  public static final Column INSTANCE_PARENT_ECM_SEQUENCE =
      scalar(
          "instanceParentEcmSequence",
          "questionSequenceByEcm of the matrix question, empty outside a matrix.");

  public static final Column INSTANCE_PARENT_CRITERIA_ID =
      text("instanceParentCriteriaId", "criteriaId of the matrix question.");

  public static final Column INSTANCE_PARENT_CRITERIA_EXTERNAL_ID =
      text(
          "instanceParentCriteriaExternalId",
          "externalId of the criterion of the matrix question; of a survey its criteriaId.");

  public static final Column INSTANCE_PARENT_CRITERIA_NAME =
      text(
          "instanceParentCriteriaName",
          "Name of the criterion of the matrix question; of a survey null.");

  public static final Column INSTANCE_PARENT_SECTION =
      text("instanceParentSection", "section of the matrix question.");

  public static final Column CHANNEL = text("channel", "userProfile.rootOrgId.");

  public static final Column PARENT_CHANNEL =
      text("parent_channel", "Configured, by default SHIKSHALOKAM.");

  public static final Column USER_TYPE =
      text(
          "user_type",
          "Distinct types of userProfile.profileUserTypes in the order first seen, joined by comma and blank.");

  public static final Column ORGANISATION_ID =
      text("organisation_id", "Id of an organisation of the user that is no school; one row each.");

  public static final Column ORGANISATION_NAME =
      text("organisation_name", "Name of the organisation.");

  /** Ids of the user's locations. */
  public static final Map<LocationType, Column> LOCATION_EXTERNAL_ID =
      perLocation("%s_externalId", "Id of the user's %s.");

  /** Codes of the user's locations. */
  public static final Map<LocationType, Column> LOCATION_CODE =
      perLocation("%s_code", "Code of the user's %s.");

  private static final List<Column> SINGLE =
      List.of(
          CREATED_AT,
          UPDATED_AT,
          IS_A_PRIVATE_PROGRAM,
          PROGRAM_ID,
          PROGRAM_EXTERNAL_ID,
          PROGRAM_NAME,
          SOLUTION_NAME,
          CRITERIA_ID,
          CRITERIA_EXTERNAL_ID,
          CRITERIA_NAME,
          SECTION,
          QUESTION_SEQUENCE_BY_ECM,
          TOTAL_SCORE,
          SCORE_ACHIEVED,
          TOTALPERCENTAGE,
          MAX_SCORE,
          MIN_SCORE,
          PERCENTAGE_SCORE,
          POINTS_BASED_SCORE_IN_PARENT,
          QUESTION_NAME,
          QUESTION_ECM,
          QUESTION_ANSWER,
          QUESTION_RESPONSE_LABEL,
          QUESTION_RESPONSE_LABEL_NUMBER,
          REMARKS,
          EVIDENCES,
          INSTANCE_ID,
          INSTANCE_PARENT_QUESTION,
          INSTANCE_PARENT_ID,
          INSTANCE_PARENT_RESPONSETYPE,
          INSTANCE_PARENT_EXTERNAL_ID,
          INSTANCE_PARENT_ECM_SEQUENCE,
          INSTANCE_PARENT_CRITERIA_ID,
          INSTANCE_PARENT_CRITERIA_EXTERNAL_ID,
          INSTANCE_PARENT_CRITERIA_NAME,
          INSTANCE_PARENT_SECTION,
          CHANNEL,
          PARENT_CHANNEL,
          USER_TYPE,
          ORGANISATION_ID,
          ORGANISATION_NAME);

  static final List<Column> ALL =
      Stream.of(SINGLE, LOCATION_EXTERNAL_ID.values(), LOCATION_CODE.values())
          .flatMap(Collection::stream)
          .toList();

  private QuestionColumns() {}

  /** One column for each type of location; {@code %s} stands for the type's name. */
  static Map<LocationType, Column> perLocation(String name, String description) {
    Map<LocationType, Column> columns = new EnumMap<>(LocationType.class);
    for (LocationType type : LocationType.values()) {
      columns.put(type, text(name.formatted(type.key()), description.formatted(type.key())));
    }
    return Collections.unmodifiableMap(columns);
  }
}
