package org.mlanalytics.core.status;

import static org.mlanalytics.core.dataset.SlObservationStatus.APP_NAME;
import static org.mlanalytics.core.dataset.SlObservationStatus.COMPLETED_DATE;
import static org.mlanalytics.core.dataset.SlObservationStatus.CRITERIA_LEVEL_REPORT;
import static org.mlanalytics.core.dataset.SlObservationStatus.ECM_MARKED_NA;
import static org.mlanalytics.core.dataset.SlObservationStatus.ENTITY_EXTERNAL_ID;
import static org.mlanalytics.core.dataset.SlObservationStatus.ENTITY_ID;
import static org.mlanalytics.core.dataset.SlObservationStatus.ENTITY_NAME;
import static org.mlanalytics.core.dataset.SlObservationStatus.ENTITY_TYPE;
import static org.mlanalytics.core.dataset.SlObservationStatus.IS_RUBRIC_DRIVEN;
import static org.mlanalytics.core.dataset.SlObservationStatus.PRIVATE_PROGRAM;
import static org.mlanalytics.core.dataset.SlObservationStatus.PROGRAM_EXTERNAL_ID;
import static org.mlanalytics.core.dataset.SlObservationStatus.PROGRAM_ID;
import static org.mlanalytics.core.dataset.SlObservationStatus.PROGRAM_NAME;
import static org.mlanalytics.core.dataset.SlObservationStatus.ROLE_TITLE;
import static org.mlanalytics.core.dataset.SlObservationStatus.SOLUTION_EXTERNAL_ID;
import static org.mlanalytics.core.dataset.SlObservationStatus.SOLUTION_ID;
import static org.mlanalytics.core.dataset.SlObservationStatus.SOLUTION_NAME;
import static org.mlanalytics.core.dataset.SlObservationStatus.SOLUTION_TYPE;
import static org.mlanalytics.core.dataset.SlObservationStatus.STATUS;
import static org.mlanalytics.core.dataset.SlObservationStatus.SUBMISSION_ID;
import static org.mlanalytics.core.dataset.SlObservationStatus.UPDATED_AT;
import static org.mlanalytics.core.dataset.SlObservationStatus.USER_ID;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.mlanalytics.core.row.Outcome;
import org.mlanalytics.core.row.RowSink;
import org.mlanalytics.core.row.RowWriter;
import org.mlanalytics.core.source.Value;
import org.mlanalytics.core.text.Texts;
import org.mlanalytics.core.time.Instants;

/**
 * Turns an observation submission into rows of {@code sl-observation-status}. Sunbird ML analytics
 * 6.0.0, pyspark_observation_status_batch; unlike there, submissions of unknown solutions and
 * programs are put aside instead of being lost.
 */
public final class ObservationStatusRules {

  /** The fields of a submission that the rules read. */
  public static final List<String> SOURCE_FIELDS =
      List.of(
          "_id",
          "appInformation",
          "completedDate",
          "createdBy",
          "criteria",
          "criteriaLevelReport",
          "deleted",
          "entityExternalId",
          "entityId",
          "entityInformation",
          "entityType",
          "evidencesStatus",
          "isAPrivateProgram",
          "isRubricDriven",
          "programExternalId",
          "programId",
          "solutionExternalId",
          "solutionId",
          "status",
          "themes",
          "updatedAt",
          "userProfile",
          "userRoleInformation");

  private final StatusSettings settings;
  private final Names solutions;
  private final Names programs;

  /**
   * The rules for one installation.
   *
   * @param solutions the solutions of type {@code observation}
   */
  public ObservationStatusRules(StatusSettings settings, Names solutions, Names programs) {
    this.settings = settings;
    this.solutions = solutions;
    this.programs = programs;
  }

  /**
   * Sends the rows of a submission to the sink, all of them or, if it is not sound, none.
   *
   * @return {@code Rows}; {@code Filtered} with {@code private} or {@code deleted}; {@code
   *     Rejected} as MALFORMED, or as EXCLUDED {@code unknown-solution} or {@code unknown-program}
   * @throws IOException as the sink throws it
   */
  public Outcome transform(Value submission, RowSink sink) throws IOException {
    return StatusRules.transform(submission, settings.parentChannel(), this::write, sink);
  }

  private Optional<Outcome> write(Value submission, RowWriter row) {
    String solutionId = submission.get("solutionId").mandatoryText();
    String programId = submission.get("programId").text();
    row.put(SUBMISSION_ID, submission.get("_id").mandatoryText())
        .put(STATUS, submission.get("status").mandatoryText())
        .put(UPDATED_AT, Instants.format(submission.get("updatedAt").timestamp()))
        .put(COMPLETED_DATE, submission.get("completedDate").text())
        .put(USER_ID, submission.get("createdBy").text())
        .put(ROLE_TITLE, submission.get("userRoleInformation").get("role").text())
        .put(APP_NAME, AppName.of(submission, settings.appName()))
        .put(PRIVATE_PROGRAM, "false")
        .put(PROGRAM_ID, programId)
        .put(PROGRAM_EXTERNAL_ID, submission.get("programExternalId").text())
        .put(PROGRAM_NAME, programs.of(programId))
        .put(SOLUTION_ID, solutionId)
        .put(SOLUTION_EXTERNAL_ID, submission.get("solutionExternalId").text())
        .put(SOLUTION_NAME, solutions.of(solutionId))
        .put(ENTITY_ID, submission.get("entityId").text())
        .put(ENTITY_EXTERNAL_ID, submission.get("entityExternalId").text())
        .put(ENTITY_TYPE, submission.get("entityType").text())
        .put(ENTITY_NAME, submission.get("entityInformation").get("name").text())
        .put(ECM_MARKED_NA, markedNotApplicable(submission.get("evidencesStatus")));
    writeRubric(submission, row);
    ObservedEntity.write(submission, row);
    Themes.write(submission, row);
    return excluded(solutionId, programId);
  }

  private static void writeRubric(Value submission, RowWriter row) {
    Boolean isRubricDriven = submission.get("isRubricDriven").flag();
    Boolean criteriaLevelReport = submission.get("criteriaLevelReport").flag();
    row.put(SOLUTION_TYPE, SolutionType.of(isRubricDriven, criteriaLevelReport))
        .put(IS_RUBRIC_DRIVEN, Texts.flag(isRubricDriven, null))
        .put(CRITERIA_LEVEL_REPORT, Texts.flag(criteriaLevelReport, null));
  }

  private static String markedNotApplicable(Value evidences) {
    if (evidences.isAbsent()) {
      return null;
    }
    StringBuilder names = new StringBuilder();
    for (Value evidence : evidences.elements()) {
      String name = evidence.get("name").text();
      if (Boolean.TRUE.equals(evidence.get("notApplicable").flag()) && name != null) {
        names.append(name).append(';');
      }
    }
    return names.toString();
  }

  private Optional<Outcome> excluded(String solutionId, String programId) {
    if (!solutions.know(solutionId)) {
      return Optional.of(
          Outcome.Rejected.excluded("unknown-solution", "no observation solution has this id"));
    }
    if (!programs.know(programId)) {
      return Optional.of(Outcome.Rejected.excluded("unknown-program", "no program has this id"));
    }
    return Optional.empty();
  }
}
