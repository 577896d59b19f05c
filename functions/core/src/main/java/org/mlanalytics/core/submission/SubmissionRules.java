package org.mlanalytics.core.submission;

import java.util.Optional;
import org.mlanalytics.core.dataset.Dataset;
import org.mlanalytics.core.source.RuleViolation;
import org.mlanalytics.core.source.Value;

/**
 * Turns messages with one submission each into rows of one datasource. Holds no state: one instance
 * serves any number of threads.
 */
public abstract sealed class SubmissionRules
    permits ObservationQuestions, ObservationEvidence, SurveyQuestions, SurveyEvidence {

  private final Dataset dataset;

  SubmissionRules(Dataset dataset) {
    this.dataset = dataset;
  }

  /** What a row belongs to. */
  public final Dataset dataset() {
    return dataset;
  }

  /**
   * The documents that {@link #transform} may ask for, none for a submission that is filtered.
   * Never throws.
   */
  public LookupKeys lookupKeys(Value submission) {
    return LookupKeys.NONE;
  }

  /**
   * The rows of a submission.
   *
   * <p>A wrong type inside one answer puts that answer aside; elsewhere it rejects the submission.
   * Of several things that are wrong, filtered goes before rejected.
   *
   * @throws RuntimeException only as the look-ups throw it
   */
  public final SubmissionOutcome transform(Value submission, Lookups lookups) {
    try {
      Optional<String> filtered = Visibility.filtered(submission);
      return filtered.isPresent()
          ? new SubmissionOutcome.Filtered(filtered.get())
          : publish(submission, lookups);
    } catch (RuleViolation violation) {
      return SubmissionOutcome.Rejected.of(violation);
    }
  }

  /** The rows of a completed, public submission. */
  abstract SubmissionOutcome.Published publish(Value submission, Lookups lookups);
}
