package org.mlanalytics.files.checking.schema;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/** Writes schema documents; what {@link SchemaReader} takes for granted is left out. */
public final class SchemaWriter {

  private SchemaWriter() {}

  /** The document of a schema. */
  public static String write(FileSchema schema) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
      write(schema, json.useDefaultPrettyPrinter());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  /** Writes the schema as a value of a larger document. */
  public static void write(FileSchema schema, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeNumberField("version", FileSchema.VERSION);
    json.writeStringField("name", schema.name());
    text("description", schema.description(), json);
    text("zone", schema.zone() == null ? null : schema.zone().getId(), json);
    json.writeStringField("unknownColumns", schema.unknownColumns().label());
    json.writeArrayFieldStart("columns");
    for (Column column : schema.columns()) {
      column(column, json);
    }
    json.writeEndArray();
    if (!schema.unique().isEmpty()) {
      json.writeArrayFieldStart("unique");
      for (List<String> key : schema.unique()) {
        json.writeArray(key.toArray(String[]::new), 0, key.size());
      }
      json.writeEndArray();
    }
    tables(schema.codeTables(), json);
    if (schema.rejectAbove() != null) {
      json.writeObjectFieldStart("rejectAbove");
      json.writeNumberField("share", schema.rejectAbove().share());
      json.writeNumberField("rows", schema.rejectAbove().rows());
      json.writeEndObject();
    }
    if (schema.aggregation() != null) {
      json.writeObjectFieldStart("aggregate");
      texts("groupBy", schema.aggregation().groupBy(), json);
      json.writeStringField("value", schema.aggregation().value());
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  private static void column(Column column, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("name", column.name());
    texts("aliases", column.aliases(), json);
    json.writeStringField("type", column.type().label());
    if (column.required()) {
      json.writeBooleanField("required", true);
    }
    text("description", column.description(), json);
    text("format", column.format(), json);
    text("minimum", column.minimum(), json);
    text("maximum", column.maximum(), json);
    text("pattern", column.pattern(), json);
    texts("allowed", column.allowed(), json);
    text("codes", column.codes(), json);
    texts("sentinels", column.sentinels(), json);
    json.writeEndObject();
  }

  private static void tables(Map<String, Map<String, String>> tables, JsonGenerator json)
      throws IOException {
    if (tables.isEmpty()) {
      return;
    }
    json.writeObjectFieldStart("codeTables");
    for (Map.Entry<String, Map<String, String>> table : tables.entrySet()) {
      json.writeObjectFieldStart(table.getKey());
      for (Map.Entry<String, String> code : table.getValue().entrySet()) {
        json.writeStringField(code.getKey(), code.getValue());
      }
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  private static void text(String name, String value, JsonGenerator json) throws IOException {
    if (value != null) {
      json.writeStringField(name, value);
    }
  }

  private static void texts(String name, List<String> values, JsonGenerator json)
      throws IOException {
    if (!values.isEmpty()) {
      json.writeFieldName(name);
      json.writeArray(values.toArray(String[]::new), 0, values.size());
    }
  }
}
