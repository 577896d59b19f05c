package org.mlanalytics.core.submission;

import java.util.Objects;
import org.mlanalytics.core.dataset.Datasets;
import org.mlanalytics.core.dataset.SlObservation;
import org.mlanalytics.core.row.RowWriter;
import org.mlanalytics.core.source.RuleViolation;
import org.mlanalytics.core.source.Value;

/** Completed observations become rows of {@code sl-observation}, py_observation_streaming. */
public final class ObservationQuestions extends SubmissionRules {

  private final SubmissionSettings settings;

  /** The rules for one installation. */
  public ObservationQuestions(SubmissionSettings settings) {
    super(Datasets.SL_OBSERVATION);
    this.settings = Objects.requireNonNull(settings);
  }

  @Override
  public LookupKeys lookupKeys(Value submission) {
    try {
      return Visibility.filtered(submission).isPresent()
          ? LookupKeys.NONE
          : ObservationLookups.keys(submission);
    } catch (RuleViolation rejectedAnyway) {
      return LookupKeys.NONE;
    }
  }

  @Override
  SubmissionOutcome.Published publish(Value submission, Lookups lookups) {
    RowWriter row = new RowWriter();
    String id = CommonColumns.submissionId(submission);
    Answers answers = Answers.of(submission);
    Solution solution = Solution.of(submission, lookups);
    Names program = ObservationSubmissionColumns.program(submission, lookups);
    CommonColumns.write(submission, answers.files(), settings, row);
    ObservationIds.write(submission, id, row);
    QuestionSubmissionColumns.write(
        submission, program.name(), solution.names().name(), settings.parentChannel(), row);
    new ObservationSubmissionColumns(submission, row).write(program, solution, lookups);
    ExtraKeys extras = new ExtraKeys(dataset(), row);
    new EntityColumns(submission).write(row, extras);
    Value userProfile = submission.get("userProfile");
    new UserColumns(userProfile, extras, row)
        .write(SlObservation.USER_BOARD_NAME, SlObservation.USER_LOCATION_NAME, "user_%sName");
    DomainColumns domains = new DomainColumns(solution.themes(), submission);
    return new QuestionRows(
            row,
            new AnswerColumns(settings.evidenceBaseUrl(), row),
            new ObservationContext(solution, new Criteria(lookups), domains),
            new RecordKeys(id),
            OrganisationPart.listOf(userProfile, row))
        .publish(id, answers);
  }
}
