package org.mlanalytics.core.submission;

import java.util.Objects;
import org.mlanalytics.core.dataset.Datasets;
import org.mlanalytics.core.dataset.QuestionColumns;
import org.mlanalytics.core.dataset.SlSurvey;
import org.mlanalytics.core.dataset.SurveyColumns;
import org.mlanalytics.core.row.RowWriter;
import org.mlanalytics.core.source.Value;

/**
 * Completed surveys become rows of {@code sl-survey}, py_survey_streaming. All that a row says is
 * in the message.
 */
public final class SurveyQuestions extends SubmissionRules {

  private final SubmissionSettings settings;

  /** The rules for one installation. */
  public SurveyQuestions(SubmissionSettings settings) {
    super(Datasets.SL_SURVEY);
    this.settings = Objects.requireNonNull(settings);
  }

  @Override
  SubmissionOutcome.Published publish(Value submission, Lookups lookups) {
    RowWriter row = new RowWriter();
    String id = CommonColumns.submissionId(submission);
    Answers answers = Answers.of(submission);
    CommonColumns.write(submission, answers.files(), settings, row);
    QuestionSubmissionColumns.write(
        submission,
        submission.get("programInfo").get("name").text(),
        submission.get("solutionInfo").get("name").text(),
        settings.parentChannel(),
        row);
    writeSurvey(submission, id, row);
    Value userProfile = submission.get("userProfile");
    new UserColumns(userProfile, new ExtraKeys(dataset(), row), row)
        .write(SlSurvey.BOARD_NAME, SlSurvey.LOCATION_NAME, "%s_name");
    return new QuestionRows(
            row,
            new AnswerColumns(settings.evidenceBaseUrl(), row),
            new SurveyContext(submission),
            new RecordKeys(id),
            OrganisationPart.listOf(userProfile, row))
        .publish(id, answers);
  }

  private static void writeSurvey(Value submission, String id, RowWriter row) {
    row.put(SurveyColumns.SURVEY_SUBMISSION_ID, id)
        .put(SurveyColumns.SURVEY_ID, submission.get("surveyId").text())
        .put(SlSurvey.SURVEY_NAME, submission.get("surveyInformation").get("name").text())
        .put(SlSurvey.USER_SUBTYPE, submission.get("userRoleInformation").get("role").text())
        .put(QuestionColumns.PROGRAM_ID, submission.get("programId").text())
        .put(QuestionColumns.PROGRAM_EXTERNAL_ID, submission.get("programExternalId").text());
    ScoreColumns.writeEmpty(row);
  }
}
