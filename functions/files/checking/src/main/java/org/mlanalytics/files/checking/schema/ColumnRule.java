package org.mlanalytics.files.checking.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.mlanalytics.files.checking.reason.ReasonCode;
import org.mlanalytics.files.checking.row.Row;
import org.mlanalytics.files.checking.row.ValueParser;

/** What a schema asks of one column, ready to be asked of each field. */
public final class ColumnRule {

  private final Column column;
  private final ValueParser parser;
  private final Row minimum;
  private final Row maximum;
  private final PatternRule pattern;
  private final TextSet allowed;
  private final TextSet sentinelTexts;
  private final List<Row> sentinelValues;

  /**
   * @throws IllegalArgumentException when the schema's pattern, format or a value is none
   */
  public ColumnRule(Column column, FileSchema schema) {
    this.column = column;
    this.parser = ValueParser.of(column.type(), column.format(), schema.zone());
    this.minimum = value(column.minimum());
    this.maximum = value(column.maximum());
    this.pattern = column.pattern() == null ? null : new PatternRule(column.pattern());
    this.allowed = allowed(column, schema.codeTables());
    this.sentinelTexts = column.sentinels().isEmpty() ? null : new TextSet(column.sentinels());
    this.sentinelValues = sentinelValues(column);
  }

  /**
   * Sets the value of the column, null when there is none.
   *
   * @param length -1 when the field is absent
   * @return null, or what is wrong
   */
  public ReasonCode check(char[] chars, int start, int length, Row row, int at) {
    if (length <= 0) {
      row.setNull(at);
      return missing();
    }
    if (sentinelTexts != null && sentinelTexts.contains(chars, start, length)) {
      row.setSentinel(at);
      return missing();
    }
    ReasonCode wrong = parser.parse(chars, start, length, row, at);
    if (wrong != null) {
      row.setNull(at);
      return wrong;
    }
    for (int i = 0; i < sentinelValues.size(); i++) {
      if (row.same(at, sentinelValues.get(i), 0)) {
        row.setSentinel(at);
        return missing();
      }
    }
    if ((minimum != null && row.compare(at, minimum, 0) < 0)
        || (maximum != null && row.compare(at, maximum, 0) > 0)) {
      return ReasonCode.OUT_OF_RANGE;
    }
    if (allowed != null && !allowed.contains(chars, start, length)) {
      return ReasonCode.NOT_ALLOWED;
    }
    return pattern == null ? null : pattern.check(chars, start, length);
  }

  /** What was expected, when that is what is wrong. */
  public String expected(ReasonCode wrong) {
    return switch (wrong) {
      case WRONG_TYPE ->
          column.type().label() + (column.format() == null ? "" : " as " + column.format());
      case OUT_OF_RANGE -> bound(column.minimum()) + " to " + bound(column.maximum());
      case NO_MATCH, PATTERN_TOO_COSTLY -> column.pattern();
      case NOT_ALLOWED ->
          column.codes() == null
              ? column.allowed().size() + " values"
              : "a code of " + column.codes();
      default -> wrong.meaning();
    };
  }

  private ReasonCode missing() {
    return column.required() ? ReasonCode.MISSING : null;
  }

  private static String bound(String text) {
    return text == null ? "any" : text;
  }

  /** A value that a schema gives, of the column's type. */
  private Row value(String text) {
    if (text == null) {
      return null;
    }
    char[] chars = text.toCharArray();
    Row row = new Row(List.of(column.name()), List.of(column.type()));
    row.begin(0, chars);
    if (parser.parse(chars, 0, chars.length, row, 0) != null) {
      throw new IllegalArgumentException(text + " is not of type " + column.type().label());
    }
    return row;
  }

  /** Of numbers and times, so that 999999.0 is 999999. */
  private List<Row> sentinelValues(Column of) {
    List<Row> values = new ArrayList<>();
    for (String text : of.sentinels()) {
      try {
        values.add(value(text));
      } catch (IllegalArgumentException e) {
        // a word as NA among numbers is found as text
      }
    }
    return values;
  }

  private static TextSet allowed(Column column, Map<String, Map<String, String>> tables) {
    if (column.codes() == null && column.allowed().isEmpty()) {
      return null;
    }
    List<String> texts = new ArrayList<>(column.allowed());
    if (column.codes() != null) {
      texts.addAll(tables.get(column.codes()).keySet());
    }
    return new TextSet(texts);
  }

  /** Refuses a schema whose patterns, formats or values are none. */
  static void validate(FileSchema schema) {
    for (Column column : schema.columns()) {
      try {
        new ColumnRule(column, schema);
      } catch (IllegalArgumentException e) {
        throw new InvalidSchemaException(column.name(), e.getMessage());
      }
    }
  }
}
