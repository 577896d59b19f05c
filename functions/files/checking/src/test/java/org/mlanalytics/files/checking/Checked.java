package org.mlanalytics.files.checking;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.mlanalytics.files.checking.export.RowJson;
import org.mlanalytics.files.checking.report.QualityReport;
import org.mlanalytics.files.checking.report.ReportJson;
import org.mlanalytics.files.checking.row.Row;
import org.mlanalytics.files.checking.schema.FileSchema;
import org.mlanalytics.files.checking.schema.SchemaReader;
import org.mlanalytics.files.checking.source.FileFormat;

/** A small file that was checked, with all its rows. */
record Checked(List<List<Object>> good, List<RejectedRow> bad, QualityReport report) {

  static Checked csv(String file, FileSchema schema) throws IOException {
    return of(
        file.getBytes(StandardCharsets.UTF_8), FileFormat.csv(), schema, CheckLimits.defaults());
  }

  static Checked of(byte[] file, FileFormat format, FileSchema schema, CheckLimits limits)
      throws IOException {
    List<List<Object>> good = new ArrayList<>();
    List<RejectedRow> bad = new ArrayList<>();
    QualityReport report =
        FileChecker.check(
            new ByteArrayInputStream(file),
            format,
            schema,
            limits,
            row -> good.add(values(row)),
            bad::add);
    return new Checked(good, bad, report);
  }

  /** A schema of columns as {@code {"name": "a", "type": "text"}}, separated by commas. */
  static FileSchema schema(String columns) {
    return SchemaReader.read(
        "{\"version\": 1, \"name\": \"test\", \"columns\": [" + columns + "]}");
  }

  /** The codes of all rows put aside, in their order. */
  List<String> codes() {
    return bad.stream()
        .flatMap(row -> row.reasons().stream())
        .map(reason -> reason.code().code())
        .toList();
  }

  static List<Object> values(Row row) {
    Object[] values = new Object[row.size()];
    Arrays.setAll(values, row::value);
    return Arrays.asList(values);
  }

  static String json(Row row) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
      RowJson.write(row, json);
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  static String json(QualityReport report) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ReportJson.write(report, out);
    return out.toString(StandardCharsets.UTF_8);
  }
}
