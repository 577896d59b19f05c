package org.mlanalytics.files.checking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mlanalytics.files.checking.reason.FileRefusedException;
import org.mlanalytics.files.checking.report.QualityReport;
import org.mlanalytics.files.checking.row.ColumnType;
import org.mlanalytics.files.checking.row.Row;
import org.mlanalytics.files.checking.schema.Column;
import org.mlanalytics.files.checking.schema.FileSchema;
import org.mlanalytics.files.checking.schema.Threshold;
import org.mlanalytics.files.checking.schema.UnknownColumns;
import org.mlanalytics.files.checking.source.FileFormat;

class FileCheckerTest {

  private static final FileSchema SCHEMA =
      new FileSchema(
          "s",
          null,
          ZoneOffset.UTC,
          UnknownColumns.DROP,
          List.of(
              Column.of("id", ColumnType.INTEGER),
              Column.of("at", ColumnType.INSTANT),
              Column.of("name", ColumnType.TEXT)),
          List.of(List.of("id")),
          Map.of(),
          null,
          null);
  private static final String FILE =
      "name,id,at\r\nfirst,1,2024-03-01 10:00:01\r\n\"a\nb\",2,\r\nsecond,x,2024-03-01\r\nthird,1,\r\nfourth\r\n";

  private final List<List<Object>> good = new ArrayList<>();
  private final List<RejectedRow> bad = new ArrayList<>();

  @Test
  void partsGoodRowsFromOthers() throws Exception {
    QualityReport report =
        FileChecker.check(
            file(), FileFormat.csv(), SCHEMA, CheckLimits.defaults(), this::keep, bad::add);

    assertEquals(
        List.of(
            List.of(1L, Instant.parse("2024-03-01T10:00:01Z"), "first"),
            Arrays.asList(2L, null, "a\nb")),
        good);
    assertEquals(List.of(5L, 6L, 7L), bad.stream().map(RejectedRow::line).toList());
    assertEquals(
        List.of("WRONG_TYPE", "WRONG_TYPE", "DUPLICATE_KEY", "TOO_FEW_FIELDS"),
        bad.stream().flatMap(r -> r.reasons().stream()).map(r -> r.code().name()).toList());
    assertTrue(report.accepted());
    assertEquals(5, report.rows());
  }

  @Test
  void readsTheGoodRowsOnceMore() throws Exception {
    FileChecker.check(
        file(), FileFormat.csv(), SCHEMA, CheckLimits.defaults(), this::keep, bad::add);
    List<List<Object>> checked = List.copyOf(good);
    good.clear();

    FileChecker.rows(file(), FileFormat.csv(), SCHEMA, CheckLimits.defaults(), this::keep);

    assertEquals(2, checked.size());
    assertEquals(checked, good);
  }

  @Test
  void refusesRowsBeyondLimitsThatAreNarrowerThanAtTheCheck() {
    CheckLimits narrower = new CheckLimits(10, 100, 100, 1, 10, new Threshold(1, 10), 10, 100);

    assertThrows(
        FileRefusedException.class,
        () -> FileChecker.rows(file(), FileFormat.csv(), SCHEMA, narrower, this::keep));
  }

  private static InputStream file() {
    return new ByteArrayInputStream(FILE.getBytes(StandardCharsets.UTF_8));
  }

  private void keep(Row row) {
    Object[] values = new Object[row.size()];
    Arrays.setAll(values, row::value);
    good.add(Arrays.asList(values));
  }
}
