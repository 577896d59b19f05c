package org.mlanalytics.core.dataset;

import static org.mlanalytics.core.dataset.Column.text;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.mlanalytics.core.profile.LocationType;

/** The columns of {@code sl-survey} alone. Sunbird ML analytics 6.0.0, py_survey_streaming. */
public final class SlSurvey {

  public static final Column SURVEY_NAME = text("surveyName", "surveyInformation.name.");

  public static final Column USER_SUBTYPE = text("user_subtype", "userRoleInformation.role.");

  public static final Column BOARD_NAME =
      text("board_name", "Boards of the user, joined by commas.");

  /** Names of the user's locations. */
  public static final Map<LocationType, Column> LOCATION_NAME =
      QuestionColumns.perLocation("%s_name", "Name of the user's %s.");

  private static final List<Column> OWN = List.of(SURVEY_NAME, USER_SUBTYPE, BOARD_NAME);

  static final Dataset DATASET =
      new Dataset(
          "sl-survey",
          "One row for every answer of a completed survey, chosen option of a multiselect, and organisation of the user.",
          "sl_survey.json",
          Stream.of(
                  SubmissionColumns.ALL,
                  QuestionColumns.ALL,
                  SurveyColumns.ALL,
                  OWN,
                  LOCATION_NAME.values())
              .flatMap(Collection::stream)
              .toList(),
          SubmissionColumns.COMPLETED_DATE,
          Granularity.DAY,
          Granularity.NONE);

  private SlSurvey() {}
}
