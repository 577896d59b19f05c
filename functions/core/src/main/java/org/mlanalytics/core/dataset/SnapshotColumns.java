package org.mlanalytics.core.dataset;

import static org.mlanalytics.core.dataset.Column.number;
import static org.mlanalytics.core.dataset.Column.text;

/**
 * The columns that snapshots add to those they group by. Every count is of distinct ids that are
 * not null, so that it can be added up by {@code longSum} over groups that share no id; over
 * organisations it counts a user of two of them twice.
 */
public final class SnapshotColumns {

  public static final Column TIME_STAMP =
      text("time_stamp", "The first instant of the business date; the time column.");

  public static final Column UNIQUE_SUBMISSIONS =
      number("unique_submissions", "Distinct submissions.");

  public static final Column UNIQUE_ENTITIES =
      number("unique_entities", "Distinct observed entities.");

  public static final Column UNIQUE_USERS = number("unique_users", "Distinct users.");

  public static final Column UNIQUE_SOLUTION = number("unique_solution", "Distinct solutions.");

  public static final Column UNIQUE_PROJECTS = number("unique_projects", "Distinct projects.");

  public static final Column NO_OF_CERTIFICATE_ISSUED =
      number("no_of_certificate_issued", "Distinct projects with an issued certificate.");

  public static final Column NO_OF_IMP_WITH_EVIDENCE =
      number("no_of_imp_with_evidence", "Distinct submitted projects with evidence.");

  public static final Column NO_OF_IMP_WITH_EVIDENCE_INPROGRESS =
      number("no_of_imp_with_evidence_inprogress", "Distinct projects in progress with evidence.");

  public static final Column DOMAIN_NAME =
      text("domain_name", "name of a theme of the submission, null without themes.");

  public static final Column DOMAIN_EXTERNAL_ID =
      text("domain_externalId", "externalId of the theme.");

  public static final Column DOMAIN_LEVEL = text("domain_level", "pointsBasedLevel of the theme.");

  public static final Column CRITERIA_NAME =
      text(
          "criteria_name",
          "name of the submission's criterion that a criterion of the theme stands for, null without one.");

  public static final Column CRITERIA_SCORE = text("criteria_score", "score of that criterion.");

  public static final Column CRITERIA_ID = text("criteria_id", "_id of that criterion.");

  private SnapshotColumns() {}
}
