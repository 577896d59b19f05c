package org.mlanalytics.files.checking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.mlanalytics.files.checking.reason.ReasonCode;
import org.mlanalytics.files.checking.report.QualityReport;
import org.mlanalytics.files.checking.schema.FileSchema;
import org.mlanalytics.files.checking.source.FileFormat;

/** Files that are odd by their size. Other oddities are golden files. */
class OdditiesTest {

  private static final long MB = 1 << 20;

  @Test
  void readsTenThousandColumns() throws Exception {
    Checked checked = Checked.csv(wide(10_000), null);

    assertNull(checked.report().refusal());
    assertEquals(2, checked.report().good());
    assertEquals(9_999L, checked.good().get(1).get(9_999));
    assertEquals(10_000, checked.report().columns().size());
    assertEquals(1, checked.report().columns().get(9_999).distinct());
  }

  @Test
  void refusesMoreColumnsThanThat() throws Exception {
    Checked checked = Checked.csv(wide(10_001), null);

    assertEquals(ReasonCode.TOO_MANY_COLUMNS, checked.report().refusal().code());
  }

  @Test
  void aRowOfMoreFieldsThanThatIsPutAside() throws Exception {
    Checked checked = Checked.csv("a,b\n1,2\n" + ",".repeat(50_000) + "\n3,4\n", null);

    assertEquals(List.of("row-too-large"), checked.codes());
    assertEquals(2, checked.report().good());
  }

  @Test
  void refusesAHugeFieldWithoutReadingItWhole() throws Exception {
    QualityReport report = check(FileFormat.csv(), "a,b\n1,2\n3,", 100 * MB, "\n5,6\n");

    assertEquals(ReasonCode.FIELD_TOO_LARGE, report.refusal().code());
    assertEquals(3, report.refusal().line());
    assertEquals(1, report.good());
    assertTrue(report.bytes() < 2 * MB, "read " + report.bytes());
  }

  @Test
  void refusesAHugeQuotedField() throws Exception {
    QualityReport report = check(FileFormat.csv(), "a,b\n1,2\n3,\"", 100 * MB, "\"\n5,6\n");

    assertEquals(ReasonCode.FIELD_TOO_LARGE, report.refusal().code());
    assertTrue(report.bytes() < 2 * MB, "read " + report.bytes());
  }

  @Test
  void passesOverAHugeLineOfJson() throws Exception {
    QualityReport report =
        check(FileFormat.jsonLines(), "{\"a\": 1}\n{\"a\": \"", 100 * MB, "\"}\n{\"a\": 2}\n");

    assertNull(report.refusal());
    assertEquals(2, report.good());
    assertEquals(1, report.reasons().get(ReasonCode.ROW_TOO_LARGE));
  }

  private static String wide(int columns) {
    return names("c", columns) + "\n" + names("", columns) + "\n" + names("", columns) + "\n";
  }

  private static String names(String prefix, int columns) {
    return IntStream.range(0, columns).mapToObj(i -> prefix + i).collect(Collectors.joining(","));
  }

  private static QualityReport check(FileFormat format, String before, long length, String after)
      throws IOException {
    FileSchema schema = Checked.schema("{\"name\": \"a\", \"type\": \"text\"}");
    InputStream file =
        new SequenceInputStream(
            Collections.enumeration(List.of(stream(before), new Same(length), stream(after))));
    return FileChecker.check(file, format, schema, CheckLimits.defaults(), row -> {}, row -> {});
  }

  private static InputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  /** So many times the letter x. */
  private static final class Same extends InputStream {

    private long left;

    Same(long length) {
      left = length;
    }

    @Override
    public int read() {
      return left-- > 0 ? 'x' : -1;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
      int count = (int) Math.min(left, length);
      java.util.Arrays.fill(into, offset, offset + count, (byte) 'x');
      left -= count;
      return count == 0 ? -1 : count;
    }
  }
}
