package org.mlanalytics.files.checking;

import java.io.IOException;
import java.io.InputStream;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.mlanalytics.files.checking.reason.FileRefusedException;
import org.mlanalytics.files.checking.reason.ReasonCode;
import org.mlanalytics.files.checking.row.ColumnType;
import org.mlanalytics.files.checking.schema.Column;
import org.mlanalytics.files.checking.schema.FileSchema;
import org.mlanalytics.files.checking.schema.UnknownColumns;
import org.mlanalytics.files.checking.source.CsvSource;
import org.mlanalytics.files.checking.source.DecodingReader;
import org.mlanalytics.files.checking.source.FileFormat;
import org.mlanalytics.files.checking.source.JsonLinesSource;
import org.mlanalytics.files.checking.source.Keys;
import org.mlanalytics.files.checking.source.RawRow;
import org.mlanalytics.files.checking.source.RowSource;

/**
 * Infers a schema: for each column the narrowest type that all its values have. Rows that are none
 * are passed over. Times without a zone are taken for UTC. Columns of JSON lines are those that
 * were seen; a name that comes later is refused.
 */
public final class SchemaInference {

  private static final String NAME = "inferred";

  private final FileFormat format;
  private final CheckLimits limits;
  private final List<TypeGuess> guesses = new ArrayList<>();
  private List<String> names = new ArrayList<>();

  private SchemaInference(FileFormat format, CheckLimits limits) {
    this.format = format;
    this.limits = limits;
  }

  /**
   * Reads a whole file, so that no row is put aside later because its type was guessed from others.
   *
   * @param file unpacked; not closed
   * @throws FileRefusedException when there is no header that could be used
   */
  public static FileSchema infer(InputStream file, FileFormat format, CheckLimits limits)
      throws IOException {
    return new SchemaInference(format, limits).read(file, false);
  }

  /** Reads the beginning of a file, but for its last row, which may be cut. */
  static FileSchema inferFromBeginning(InputStream file, FileFormat format, CheckLimits limits)
      throws IOException {
    return new SchemaInference(format, limits).read(file, true);
  }

  private FileSchema read(InputStream file, boolean cut) throws IOException {
    DecodingReader text = new DecodingReader(file, format.encoding());
    Keys keys = format.kind() == FileFormat.Kind.JSON_LINES ? Keys.open(limits.maxColumns()) : null;
    RowSource source =
        keys == null
            ? new CsvSource(text, format, limits.maxFieldChars())
            : new JsonLinesSource(text, keys, limits.maxFieldChars(), limits.maxRowChars());
    RawRow row = new RawRow(limits.maxRowChars(), limits.maxColumns());
    RawRow ahead = new RawRow(limits.maxRowChars(), limits.maxColumns());
    boolean any = source.next(ahead);
    if (format.header()) {
      names = Header.read(any, ahead, limits.maxColumns());
      any = next(source, ahead);
    } else if (any && keys == null) {
      for (int i = 0; i < ahead.fields(); i++) {
        names.add("c" + (i + 1));
      }
    }
    while (any) {
      RawRow last = row;
      row = ahead;
      ahead = last;
      any = next(source, ahead);
      if (any || !cut) {
        look(row, keys == null);
      }
    }
    return schema(keys == null ? names : keys.taken());
  }

  /** What cannot be read any further ends the look; the check will say so. */
  private static boolean next(RowSource source, RawRow into) throws IOException {
    try {
      return source.next(into);
    } catch (FileRefusedException e) {
      return false;
    }
  }

  private void look(RawRow row, boolean sameWidth) {
    boolean ragged = sameWidth && row.fields() != names.size();
    if (ragged || row.fault() != null || row.tooLarge() || row.flawed()) {
      return;
    }
    for (int i = 0; i < row.fields(); i++) {
      guess(i).look(row.chars(), row.start(i), row.length(i));
    }
  }

  private TypeGuess guess(int column) {
    while (guesses.size() <= column) {
      guesses.add(new TypeGuess());
    }
    return guesses.get(column);
  }

  private FileSchema schema(List<String> columnNames) throws FileRefusedException {
    if (columnNames.isEmpty()) {
      throw new FileRefusedException(ReasonCode.EMPTY_FILE, 0, "there is no column");
    }
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < columnNames.size(); i++) {
      ColumnType type = guess(i).type();
      columns.add(Column.of(columnNames.get(i), type));
    }
    return new FileSchema(
        NAME,
        null,
        ZoneOffset.UTC,
        UnknownColumns.REJECT,
        columns,
        List.of(),
        Map.of(),
        null,
        null);
  }
}
