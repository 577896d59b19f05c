package org.mlanalytics.files.checking.schema;

import java.io.IOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.mlanalytics.files.checking.json.JsonTree;
import org.mlanalytics.files.checking.row.ColumnType;

/** Reads schema documents. What it does not know it refuses. */
public final class SchemaReader {

  private SchemaReader() {}

  /**
   * Reads a schema document.
   *
   * @throws InvalidSchemaException when it is none; the message says where and why
   */
  public static FileSchema read(String document) {
    Object tree;
    try {
      tree = JsonTree.read(document);
    } catch (IOException e) {
      throw new InvalidSchemaException("", "not a JSON document");
    }
    Fields fields = Fields.of("", tree);
    fields.text("$schema");
    if (!String.valueOf(FileSchema.VERSION).equals(fields.requiredText("version"))) {
      throw fields.fault("version", "only " + FileSchema.VERSION + " is known");
    }
    String name = fields.requiredText("name");
    String description = fields.text("description");
    ZoneId zone = fields.parsed("zone", ZoneId::of);
    UnknownColumns unknown = fields.parsed("unknownColumns", SchemaReader::unknownColumns);
    List<Column> columns = columns(fields.list("columns"));
    List<List<String>> unique = fields.lists("unique");
    Map<String, Map<String, String>> tables = tables(fields.object("codeTables"));
    Threshold rejectAbove = threshold(fields.object("rejectAbove"));
    Aggregation aggregation = aggregation(fields.object("aggregate"));
    fields.end();
    FileSchema schema;
    try {
      schema =
          new FileSchema(
              name,
              description,
              zone,
              unknown == null ? UnknownColumns.DROP : unknown,
              columns,
              unique,
              tables,
              rejectAbove,
              aggregation);
    } catch (InvalidSchemaException e) {
      throw e;
    } catch (IllegalArgumentException e) {
      throw new InvalidSchemaException("", e.getMessage());
    }
    ColumnRule.validate(schema);
    return schema;
  }

  private static List<Column> columns(List<?> items) {
    List<Column> columns = new ArrayList<>();
    for (Object item : items) {
      Fields fields = Fields.of("columns[" + columns.size() + "]", item);
      columns.add(
          new Column(
              fields.requiredText("name"),
              fields.texts("aliases"),
              type(fields),
              fields.flag("required"),
              fields.text("description"),
              fields.text("format"),
              fields.text("minimum"),
              fields.text("maximum"),
              fields.text("pattern"),
              fields.texts("allowed"),
              fields.text("codes"),
              fields.texts("sentinels")));
      fields.end();
    }
    return columns;
  }

  private static ColumnType type(Fields fields) {
    ColumnType type = fields.parsed("type", ColumnType::of);
    if (type == null) {
      throw fields.fault("type", "it is missing");
    }
    return type;
  }

  private static Map<String, Map<String, String>> tables(Fields fields) {
    Map<String, Map<String, String>> tables = new LinkedHashMap<>();
    if (fields != null) {
      fields.names().forEach(table -> tables.put(table, fields.object(table).allTexts()));
    }
    return tables;
  }

  private static Threshold threshold(Fields fields) {
    if (fields == null) {
      return null;
    }
    Double share = fields.parsed("share", Double::valueOf);
    Long rows = fields.parsed("rows", Long::valueOf);
    fields.end();
    try {
      return new Threshold(share == null ? 0 : share, rows == null ? 0 : rows);
    } catch (IllegalArgumentException e) {
      throw new InvalidSchemaException("rejectAbove", e.getMessage());
    }
  }

  private static Aggregation aggregation(Fields fields) {
    if (fields == null) {
      return null;
    }
    Aggregation aggregation =
        new Aggregation(fields.texts("groupBy"), fields.requiredText("value"));
    fields.end();
    return aggregation;
  }

  private static UnknownColumns unknownColumns(String label) {
    return UnknownColumns.valueOf(label.toUpperCase(Locale.ROOT));
  }
}
