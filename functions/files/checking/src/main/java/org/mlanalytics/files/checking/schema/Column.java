package org.mlanalytics.files.checking.schema;

import java.util.List;
import java.util.Objects;
import org.mlanalytics.files.checking.row.ColumnType;

/**
 * What a schema says of one column. An empty field is a missing value, whatever the type.
 *
 * @param name of the column in checked rows
 * @param aliases other names that it may have in a file
 * @param type of its values
 * @param required whether a row without a value is put aside
 * @param description for people; may be null
 * @param format of instants and dates, as {@link java.time.format.DateTimeFormatter} has them; null
 *     for the usual forms
 * @param minimum the smallest value, written as in a file; null for none
 * @param maximum the largest value, written as in a file; null for none
 * @param pattern a regular expression that the whole text matches; null for none
 * @param allowed the values that are allowed, as written, beside those of the code table; empty for
 *     any
 * @param codes the name of the code table whose codes are allowed; null for none
 * @param sentinels values that stand for a missing one
 */
public record Column(
    String name,
    List<String> aliases,
    ColumnType type,
    boolean required,
    String description,
    String format,
    String minimum,
    String maximum,
    String pattern,
    List<String> allowed,
    String codes,
    List<String> sentinels) {

  public Column {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(type, "type");
    aliases = List.copyOf(aliases);
    allowed = List.copyOf(allowed);
    sentinels = List.copyOf(sentinels);
  }

  /** A column of which nothing is said but its type. */
  public static Column of(String name, ColumnType type) {
    return new Column(
        name, List.of(), type, false, null, null, null, null, null, List.of(), null, List.of());
  }

  /** The column, with a value in every row. */
  public Column asRequired() {
    return new Column(
        name,
        aliases,
        type,
        true,
        description,
        format,
        minimum,
        maximum,
        pattern,
        allowed,
        codes,
        sentinels);
  }

  /** Whether a file may call it by that name. */
  public boolean answersTo(String nameInFile) {
    return name.equals(nameInFile) || aliases.contains(nameInFile);
  }
}
