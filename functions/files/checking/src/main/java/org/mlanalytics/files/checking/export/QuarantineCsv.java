package org.mlanalytics.files.checking.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.mlanalytics.files.checking.QuarantineSink;
import org.mlanalytics.files.checking.RejectedRow;
import org.mlanalytics.files.checking.reason.Reason;
import org.mlanalytics.files.checking.source.DecodingReader;

/**
 * Rows put aside as a CSV file for people: line, reasons, then the fields of the row under their
 * own names. Formulas are made harmless, bytes that could not be decoded show as U+FFFD.
 */
public final class QuarantineCsv implements QuarantineSink, Closeable {

  private final CsvWriter csv;
  private boolean begun;

  public QuarantineCsv(Writer out) {
    csv = CsvWriter.builder().build(out);
  }

  @Override
  public void accept(RejectedRow row) {
    if (!begun) {
      begun = true;
      List<String> names = new ArrayList<>(List.of("line", "reasons"));
      row.header().forEach(name -> names.add(forPeople(name)));
      csv.writeRecord(names);
    }
    List<String> fields = new ArrayList<>(row.values().size() + 2);
    fields.add(Long.toString(row.line()));
    fields.add(row.reasons().stream().map(QuarantineCsv::text).collect(Collectors.joining("; ")));
    row.values().forEach(value -> fields.add(forPeople(value)));
    csv.writeRecord(fields);
  }

  @Override
  public void close() throws IOException {
    csv.close();
  }

  private static String text(Reason reason) {
    return forPeople(reason.code().code() + (reason.column() == null ? "" : " " + reason.column()));
  }

  private static String forPeople(String text) {
    return text == null
        ? null
        : SpreadsheetText.neutralise(text.replace(DecodingReader.INVALID, '\uFFFD'));
  }
}
