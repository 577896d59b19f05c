package org.mlanalytics.core.row;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.mlanalytics.core.dataset.Column;
import org.mlanalytics.core.dataset.ColumnType;
import org.mlanalytics.core.dataset.Dataset;

/** A sink that keeps rows and insists that each of them is a row of its dataset. */
public final class CollectedRows implements RowSink {

  private static final ObjectMapper JSON =
      new ObjectMapper()
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private final Dataset dataset;
  private final boolean extraKeys;
  private final List<JsonNode> rows = new ArrayList<>();

  public CollectedRows(Dataset dataset) {
    this(dataset, false);
  }

  private CollectedRows(Dataset dataset, boolean extraKeys) {
    this.dataset = dataset;
    this.extraKeys = extraKeys;
  }

  /** Rows may also have texts that are no columns. */
  public static CollectedRows withExtraKeys(Dataset dataset) {
    return new CollectedRows(dataset, true);
  }

  public static JsonNode parse(String json) {
    try {
      return JSON.readTree(json);
    } catch (IOException e) {
      throw new AssertionError("not JSON: " + json, e);
    }
  }

  public List<JsonNode> rows() {
    return rows;
  }

  /** The texts of one column over all rows, nulls left out. */
  public List<String> texts(Column column) {
    return rows.stream()
        .filter(row -> row.has(column.name()))
        .map(row -> row.get(column.name()).asText())
        .toList();
  }

  @Override
  public void row(byte[] buffer, int offset, int length) {
    String line = new String(buffer, offset, length, StandardCharsets.UTF_8);
    assertEquals(-1, line.indexOf('\n'), "a row is one line");
    JsonNode row = parse(line);
    row.fields().forEachRemaining(field -> check(field.getKey(), field.getValue()));
    assertTrue(row.has(dataset.timeColumn().name()), "no time column: " + line);
    rows.add(row);
    // A sink may not rely on the buffer after the call, and the writer not on what is left in it.
    Arrays.fill(buffer, offset + length, buffer.length, (byte) '#');
  }

  private void check(String name, JsonNode value) {
    if (extraKeys && dataset.column(name).isEmpty()) {
      assertTrue(value.isTextual(), name + " is no text");
      return;
    }
    ColumnType type =
        dataset.column(name).orElseThrow(() -> new AssertionError("no column " + name)).type();
    boolean fits =
        switch (type) {
          case TEXT -> value.isTextual();
          case LONG -> value.isIntegralNumber();
          case FLOAT -> value.isNumber() || value.isTextual();
          case SCALAR -> value.isTextual() || value.isNumber() || value.isBoolean();
          case BOOLEAN -> value.isBoolean();
          case LIST -> value.isArray();
        };
    assertTrue(fits, name + " is a " + value.getNodeType() + " where " + type + " is due");
  }
}
