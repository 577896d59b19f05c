package org.mlanalytics.files.checking.report;

import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mlanalytics.files.checking.RejectedRow;
import org.mlanalytics.files.checking.reason.ReasonCode;
import org.mlanalytics.files.checking.reason.Refusal;
import org.mlanalytics.files.checking.schema.FileSchema;

/**
 * What the check of a file found. {@code good + quarantined} is always {@code rows}.
 *
 * @param refusal why the file as a whole is refused; null when it is accepted
 * @param encoding that it was read in; null when it could not be told
 * @param byteOrderMark whether it began with one
 * @param bytes read, unpacked
 * @param rows read, without the header
 * @param good rows that passed
 * @param quarantined rows put aside
 * @param emptyLines passed over
 * @param reasons faults by code; a row may have several
 * @param columns in the order of the checked rows
 * @param missingColumns of the schema that the file does not have
 * @param unknownColumns of the file that the schema does not have
 * @param duplicateKeys for each unique key of the schema, the rows put aside for it
 * @param schema by which was checked; null when the file was refused before there was one
 * @param inferred whether that schema was inferred from the file
 * @param examples the first rows put aside
 */
public record QualityReport(
    Refusal refusal,
    String encoding,
    boolean byteOrderMark,
    long bytes,
    long rows,
    long good,
    long quarantined,
    long emptyLines,
    Map<ReasonCode, Long> reasons,
    List<ColumnReport> columns,
    List<String> missingColumns,
    List<String> unknownColumns,
    Map<String, Long> duplicateKeys,
    FileSchema schema,
    boolean inferred,
    List<RejectedRow> examples) {

  /** The version of the report document. */
  public static final int VERSION = 1;

  public QualityReport {
    Map<ReasonCode, Long> copy = new EnumMap<>(ReasonCode.class);
    copy.putAll(reasons);
    reasons = Collections.unmodifiableMap(copy);
    columns = List.copyOf(columns);
    missingColumns = List.copyOf(missingColumns);
    unknownColumns = List.copyOf(unknownColumns);
    duplicateKeys = Collections.unmodifiableMap(new LinkedHashMap<>(duplicateKeys));
    examples = List.copyOf(examples);
  }

  /** Whether the file as a whole is accepted: its good rows may be loaded. */
  public boolean accepted() {
    return refusal == null;
  }

  /** The report of a check whose schema was inferred beforehand. */
  public QualityReport ofInferred() {
    return new QualityReport(
        refusal,
        encoding,
        byteOrderMark,
        bytes,
        rows,
        good,
        quarantined,
        emptyLines,
        reasons,
        columns,
        missingColumns,
        unknownColumns,
        duplicateKeys,
        schema,
        true,
        examples);
  }
}
