package org.mlanalytics.files.checking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.mlanalytics.files.checking.reason.ReasonCode;
import org.mlanalytics.files.checking.report.ReportHtml;
import org.mlanalytics.files.checking.schema.FileSchema;
import org.mlanalytics.files.checking.schema.SchemaReader;
import org.mlanalytics.files.checking.schema.SchemaWriter;
import org.mlanalytics.files.checking.source.FileFormat;

class CsvPropertiesTest {

  private static final FileSchema TEXTS =
      Checked.schema(
          "{\"name\": \"a\", \"type\": \"text\"}, {\"name\": \"b\", \"type\": \"text\"},"
              + "{\"name\": \"c\", \"type\": \"text\"}");

  @Property(tries = 300)
  void whatIsWrittenIsRead(@ForAll("tables") List<List<String>> table) throws IOException {
    StringBuilder file = new StringBuilder("a,b,c\r\n");
    for (List<String> row : table) {
      file.append(quoted(row.get(0))).append(',').append(quoted(row.get(1)));
      file.append(',').append(quoted(row.get(2))).append("\r\n");
    }

    Checked checked = Checked.csv(file.toString(), TEXTS);

    assertEquals(NaiveCsv.rows(file.toString()).subList(1, table.size() + 1), texts(checked));
    assertEquals(table.size(), checked.report().good());
  }

  @Property(tries = 300)
  void readsAsTheNaiveReaderDoes(@ForAll("rows") List<String> lines) throws IOException {
    String file = "a,b,c\n" + String.join("\n", lines);

    Checked checked = Checked.csv(file, TEXTS);

    List<List<String>> rows = NaiveCsv.rows(file);
    assertEquals(
        rows.subList(1, rows.size()).stream().filter(row -> row.size() == 3).toList(),
        texts(checked));
  }

  @Property(tries = 500)
  void countsAddUpWhateverTheBytes(@ForAll("bytes") byte[] file, @ForAll FileFormat.Kind kind)
      throws IOException {
    FileFormat format =
        switch (kind) {
          case CSV -> FileFormat.csv();
          case TSV -> FileFormat.tsv();
          case JSON_LINES -> FileFormat.jsonLines();
        };

    Checked checked = Checked.of(file, format, null, CheckLimits.defaults());

    assertEquals(checked.good().size(), checked.report().good());
    assertEquals(checked.bad().size(), checked.report().quarantined());
    assertEquals(checked.report().rows(), checked.report().good() + checked.report().quarantined());
    checked
        .report()
        .columns()
        .forEach(c -> assertEquals(checked.report().good(), c.values() + c.nulls()));
    StringWriter page = new StringWriter();
    ReportHtml.write(checked.report(), "file", page);
    assertFalse(page.toString().isEmpty());
    assertFalse(Checked.json(checked.report()).isEmpty());
  }

  @Property(tries = 300)
  void anInferredTypeFitsEveryValue(@ForAll("values") List<String> values) throws IOException {
    String file = "a,b\n" + String.join(",1\n", values) + ",1\n";

    Checked checked = Checked.csv(file, null);

    assertEquals(null, checked.report().reasons().get(ReasonCode.WRONG_TYPE));
    assertEquals(values.size(), checked.report().good());
    FileSchema inferred = checked.report().schema();
    assertEquals(inferred, SchemaReader.read(SchemaWriter.write(inferred)));
  }

  @Provide
  Arbitrary<List<List<String>>> tables() {
    return Arbitraries.of(
            "a", "b", ",", " ", "\"", "\n", "\r", "=", "\t", ";", "'", "é", "€", "\uD83D\uDE00")
        .list()
        .ofMaxSize(6)
        .map(chars -> String.join("", chars))
        .list()
        .ofSize(3)
        .list()
        .ofMaxSize(8);
  }

  @Provide
  Arbitrary<List<String>> rows() {
    return Arbitraries.of("x", "", "y z", "\"q\"", "\"a,b\"", "\"l\nm\"", "\"\"\"\"")
        .list()
        .ofMinSize(1)
        .ofMaxSize(5)
        .map(fields -> String.join(",", fields))
        .list()
        .ofMaxSize(10);
  }

  @Provide
  Arbitrary<byte[]> bytes() {
    Arbitrary<Byte> telling =
        Arbitraries.chars().with(",\"\n\r\t{}[]:01a\\u").map(c -> (byte) c.charValue());
    return Arbitraries.frequencyOf(Tuple.of(9, telling), Tuple.of(1, Arbitraries.bytes()))
        .array(byte[].class)
        .ofMaxSize(200);
  }

  @Provide
  Arbitrary<List<String>> values() {
    return Arbitraries.of(
            "",
            "0",
            "-7",
            "007",
            "+49",
            "1.5",
            "-0.0",
            "1e9",
            "true",
            "FALSE",
            "2024-02-29",
            "2024-02-30",
            "2024-02-29 10:00",
            "2024-02-29T10:00:00Z",
            "9223372036854775807",
            "9223372036854775808",
            "x",
            "NaN",
            "1e999",
            ".",
            "-")
        .list()
        .ofMinSize(1)
        .ofMaxSize(4);
  }

  private static String quoted(String text) {
    return '"' + text.replace("\"", "\"\"") + '"';
  }

  private static List<List<String>> texts(Checked checked) {
    List<List<String>> rows = new ArrayList<>();
    for (List<Object> row : checked.good()) {
      rows.add(row.stream().map(value -> value == null ? "" : (String) value).toList());
    }
    return rows;
  }
}
