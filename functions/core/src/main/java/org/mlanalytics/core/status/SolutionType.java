package org.mlanalytics.core.status;

/** Which reports an observation is made for. Sunbird ML analytics 6.0.0. */
public final class SolutionType {

  /** Domains and criteria are rated. */
  public static final String WITH_RUBRIC = "observation_with_rubric";

  private static final String WITHOUT_CRITERIA = "observation_with_rubric_no_criteria_level_report";
  private static final String WITHOUT_RUBRIC = "observation_with_out_rubric";

  private SolutionType() {}

  /**
   * The value of {@code solution_type}; without a rubric unless both flags are there.
   *
   * @param isRubricDriven may be null
   * @param criteriaLevelReport may be null
   */
  public static String of(Boolean isRubricDriven, Boolean criteriaLevelReport) {
    if (!Boolean.TRUE.equals(isRubricDriven) || criteriaLevelReport == null) {
      return WITHOUT_RUBRIC;
    }
    return criteriaLevelReport ? WITH_RUBRIC : WITHOUT_CRITERIA;
  }
}
