package org.mlanalytics.core.submission;

import java.util.Locale;
import org.mlanalytics.core.dataset.SubmissionColumns;
import org.mlanalytics.core.row.RowWriter;
import org.mlanalytics.core.source.Value;
import org.mlanalytics.core.text.Texts;
import org.mlanalytics.core.time.Instants;

/** The columns that all rows of a submission share in all four stream datasources. */
final class CommonColumns {

  private CommonColumns() {}

  static void write(Value submission, int files, SubmissionSettings settings, RowWriter row) {
    String appName = submission.get("appInformation").get("appName").text();
    row.put(
            SubmissionColumns.COMPLETED_DATE,
            Instants.format(submission.get("completedDate").timestamp()))
        .put(SubmissionColumns.CREATED_BY, submission.get("createdBy").text())
        .put(
            SubmissionColumns.APP_NAME,
            Texts.isPresent(appName) ? appName.toLowerCase(Locale.ROOT) : settings.defaultAppName())
        .put(SubmissionColumns.SOLUTION_ID, submission.get("solutionId").mandatoryText())
        .put(SubmissionColumns.SOLUTION_EXTERNAL_ID, submission.get("solutionExternalId").text())
        .put(SubmissionColumns.TOTAL_EVIDENCES, files);
  }

  /** The id of the submission. */
  static String submissionId(Value submission) {
    return submission.get("_id").mandatoryText();
  }
}
