package org.mlanalytics.core.submission;

import java.util.Optional;
import org.mlanalytics.core.dataset.QuestionColumns;
import org.mlanalytics.core.dataset.SlObservation;
import org.mlanalytics.core.row.RowWriter;
import org.mlanalytics.core.row.Scalar;
import org.mlanalytics.core.source.Value;
import org.mlanalytics.core.text.Texts;

/** The columns that all question rows of an observation share, and only they have. */
final class ObservationSubmissionColumns {

  private final Value submission;
  private final RowWriter row;

  ObservationSubmissionColumns(Value submission, RowWriter row) {
    this.submission = submission;
    this.row = row;
  }

  void write(Names program, Solution solution, Lookups lookups) {
    row.put(QuestionColumns.PROGRAM_ID, Texts.orEmpty(text("programId")))
        .put(QuestionColumns.PROGRAM_EXTERNAL_ID, Texts.orEmpty(text("programExternalId")))
        .put(SlObservation.PROGRAM_DESCRIPTION, program.description())
        .put(SlObservation.SOLUTION_DESCRIPTION, solution.names().description())
        .put(SlObservation.SCORING_SYSTEM, solution.scoringSystem())
        .put(SlObservation.OBSERVATION_NAME, observationName(lookups))
        .put(SlObservation.ROLE_TITLE, submission.get("userRoleInformation").get("role").text())
        .put(SlObservation.SUBMISSION_NUMBER, Scalar.of(submission.get("submissionNumber")))
        .put(SlObservation.SUBMISSION_TITLE, text("title"));
    writeFlags();
    if (solution.hasPoints()) {
      ScoreColumns.writeSubmission(submission, row);
    }
  }

  /** The program of the submission; of an unknown one the names that the message gives. */
  static Names program(Value submission, Lookups lookups) {
    return Optional.ofNullable(submission.get("programId").text())
        .flatMap(id -> lookups.find(LookupCollection.PROGRAMS, id))
        .map(found -> LookupCollection.PROGRAMS.reading(() -> Names.of(found)))
        .orElseGet(() -> Names.of(submission.get("programInfo")));
  }

  private String observationName(Lookups lookups) {
    String given = submission.get("observationInformation").get("name").text();
    if (given != null) {
      return given;
    }
    return Optional.ofNullable(text("observationId"))
        .flatMap(id -> lookups.find(LookupCollection.OBSERVATIONS, id))
        .map(found -> LookupCollection.OBSERVATIONS.reading(() -> found.get("name").text()))
        .orElse(null);
  }

  private void writeFlags() {
    Boolean rubric = submission.get("isRubricDriven").flag();
    Boolean criteria = submission.get("criteriaLevelReport").flag();
    row.put(SlObservation.IS_RUBRIC_DRIVEN, Boolean.TRUE.equals(rubric))
        .put(SlObservation.CRITERIA_LEVEL_REPORT, Boolean.TRUE.equals(criteria))
        .put(SlObservation.SOLUTION_TYPE, solutionType(rubric, criteria));
  }

  private static String solutionType(Boolean rubric, Boolean criteria) {
    if (!Boolean.TRUE.equals(rubric) || criteria == null) {
      return "observation_with_out_rubric";
    }
    return criteria
        ? "observation_with_rubric"
        : "observation_with_rubric_no_criteria_level_report";
  }

  private String text(String field) {
    return submission.get(field).text();
  }
}
