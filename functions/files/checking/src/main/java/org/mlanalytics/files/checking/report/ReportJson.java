package org.mlanalytics.files.checking.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import org.mlanalytics.files.checking.RejectedRow;
import org.mlanalytics.files.checking.export.RejectedRowJson;
import org.mlanalytics.files.checking.export.RowJson;
import org.mlanalytics.files.checking.reason.ReasonCode;
import org.mlanalytics.files.checking.reason.Refusal;
import org.mlanalytics.files.checking.schema.SchemaWriter;

/** Writes quality reports as JSON, in UTF-8. */
public final class ReportJson {

  private static final JsonFactory JSON = new JsonFactory();

  private ReportJson() {}

  /** Writes the document of a report; the stream stays open. */
  public static void write(QualityReport report, OutputStream out) throws IOException {
    JsonGenerator json = JSON.createGenerator(out).useDefaultPrettyPrinter();
    json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    write(report, json);
    json.close();
  }

  /** Writes a report as a value of a larger document. */
  public static void write(QualityReport report, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeNumberField("version", QualityReport.VERSION);
    json.writeBooleanField("accepted", report.accepted());
    if (report.refusal() != null) {
      refusal(report.refusal(), json);
    }
    if (report.encoding() != null) {
      json.writeStringField("encoding", report.encoding());
    }
    json.writeBooleanField("byteOrderMark", report.byteOrderMark());
    json.writeNumberField("bytes", report.bytes());
    json.writeNumberField("rows", report.rows());
    json.writeNumberField("good", report.good());
    json.writeNumberField("quarantined", report.quarantined());
    json.writeNumberField("emptyLines", report.emptyLines());
    counts("reasons", report.reasons(), json);
    json.writeArrayFieldStart("columns");
    for (ColumnReport column : report.columns()) {
      column(column, json);
    }
    json.writeEndArray();
    names("missingColumns", report.missingColumns(), json);
    names("unknownColumns", report.unknownColumns(), json);
    json.writeObjectFieldStart("duplicateKeys");
    for (Map.Entry<String, Long> key : report.duplicateKeys().entrySet()) {
      json.writeNumberField(key.getKey(), key.getValue());
    }
    json.writeEndObject();
    json.writeBooleanField("schemaInferred", report.inferred());
    if (report.schema() != null) {
      json.writeFieldName("schema");
      SchemaWriter.write(report.schema(), json);
    }
    json.writeArrayFieldStart("examples");
    for (RejectedRow row : report.examples()) {
      RejectedRowJson.write(row, json);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void refusal(Refusal refusal, JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("refusal");
    json.writeStringField("code", refusal.code().code());
    json.writeNumberField("line", refusal.line());
    json.writeStringField("detail", refusal.detail());
    json.writeEndObject();
  }

  private static void column(ColumnReport column, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("name", column.name());
    json.writeStringField("type", column.type().label());
    json.writeNumberField("values", column.values());
    json.writeNumberField("nulls", column.nulls());
    json.writeNumberField("sentinels", column.sentinels());
    json.writeNumberField("distinct", column.distinct());
    json.writeBooleanField("distinctExact", column.exact());
    if (!column.exact()) {
      json.writeNumberField("distinctStandardError", column.standardError());
    }
    json.writeNumberField("duplicates", column.duplicates());
    json.writeFieldName("min");
    RowJson.writeValue(column.min(), json);
    json.writeFieldName("max");
    RowJson.writeValue(column.max(), json);
    counts("violations", column.violations(), json);
    json.writeEndObject();
  }

  private static void counts(String name, Map<ReasonCode, Long> counts, JsonGenerator json)
      throws IOException {
    json.writeObjectFieldStart(name);
    for (Map.Entry<ReasonCode, Long> count : counts.entrySet()) {
      json.writeNumberField(count.getKey().code(), count.getValue());
    }
    json.writeEndObject();
  }

  private static void names(String field, List<String> names, JsonGenerator json)
      throws IOException {
    json.writeFieldName(field);
    json.writeArray(names.toArray(String[]::new), 0, names.size());
  }
}
