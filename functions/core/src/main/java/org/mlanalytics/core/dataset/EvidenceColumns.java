package org.mlanalytics.core.dataset;

import static org.mlanalytics.core.dataset.Column.text;

import java.util.List;

/**
 * What {@code sl-observation-evidence} and {@code sl-survey-evidence} share: one row for every
 * answer that has files.
 */
public final class EvidenceColumns {

  public static final Column QUESTION_NAME =
      text("questionName", "First text of the question, empty if it is missing.");

  public static final Column REMARKS =
      text("remarks", "remarks of the answer as they are, empty if they are missing.");

  public static final Column FILE_NAME = text("fileName", "Names of the files, joined by commas.");

  public static final Column FILE_SOURCE_PATH =
      text("fileSourcePath", "Paths of the files, without the base address, joined by commas.");

  static final List<Column> ALL = List.of(QUESTION_NAME, REMARKS, FILE_NAME, FILE_SOURCE_PATH);

  private EvidenceColumns() {}
}
