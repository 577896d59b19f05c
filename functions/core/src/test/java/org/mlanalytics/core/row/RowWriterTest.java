package org.mlanalytics.core.row;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.mlanalytics.core.dataset.Column;
import org.mlanalytics.core.dataset.ColumnRole;
import org.mlanalytics.core.dataset.ColumnType;

class RowWriterTest {

  private static final Column A = column("a", ColumnType.TEXT);
  private static final Column B = column("b", ColumnType.LONG);
  private static final Column C = column("c", ColumnType.BOOLEAN);

  @Test
  void nullsAreLeftOut() throws IOException {
    assertEquals("{}", json(new RowWriter().put(A, (String) null)));
    assertEquals("{\"b\":-5}", json(new RowWriter().put(A, (String) null).put(B, -5)));
  }

  @Test
  void everyTypeHasItsForm() throws IOException {
    RowWriter row = new RowWriter().put(A, "").put(B, Long.MIN_VALUE).put(C, true);
    assertEquals("{\"a\":\"\",\"b\":-9223372036854775808,\"c\":true}", json(row));
    assertEquals("{\"c\":false}", json(new RowWriter().put(C, false)));
  }

  @Test
  void whatJsonForbidsIsEscaped() throws IOException {
    assertEquals(
        "{\"a\":\"\\u0000\\u001f\\\"\\\\/\u007f\u0080\u07ff\u0800\u2028\uffff\ud83d\ude00\"}",
        json(
            new RowWriter()
                .put(A, "\0\u001f\"\\/\u007f\u0080\u07ff\u0800\u2028\uffff\ud83d\ude00")));
  }

  @Test
  void halfSurrogatePairsAreReplaced() throws IOException {
    assertEquals(
        "{\"a\":\"x\ufffd\ufffdy\ufffd\"}", json(new RowWriter().put(A, "x\udc00\ud83dy\ud83d")));
  }

  @Property
  void anyTextIsReadAsItWas(@ForAll String text) throws IOException {
    String sound = new String(text.getBytes(StandardCharsets.UTF_16), StandardCharsets.UTF_16);
    assertEquals(sound, CollectedRows.parse(json(new RowWriter().put(A, text))).get("a").asText());
  }

  @Test
  void theBufferGrows() throws IOException {
    String text = "\u0001".repeat(10_000) + "a".repeat(10_000);
    assertEquals(text, CollectedRows.parse(json(new RowWriter().put(A, text))).get("a").asText());
  }

  @Test
  void commonPartsAreWrittenOnce() throws IOException {
    List<String> rows = new ArrayList<>();
    RowSink sink = (buffer, from, length) -> rows.add(new String(buffer, from, length));
    RowWriter row = new RowWriter().put(A, "common");
    int common = row.mark();
    byte[] part = row.put(C, true).cut(common);
    row.put(B, 1).splice(part).send(sink);
    row.rewind(common);
    row.put(B, 2).send(sink);
    assertEquals(
        List.of("{\"a\":\"common\",\"b\":1,\"c\":true}", "{\"a\":\"common\",\"b\":2}"), rows);
  }

  @Test
  void theKeyOfAColumnIsWrittenInPlace() {
    byte[] buffer = "......".getBytes(StandardCharsets.US_ASCII);
    A.copyJsonKey(buffer, 1);
    assertEquals(4, A.jsonKeyLength());
    assertArrayEquals(".\"a\":.".getBytes(StandardCharsets.US_ASCII), buffer);
  }

  private static String json(RowWriter row) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    row.send(out::write);
    return out.toString(StandardCharsets.UTF_8);
  }

  private static Column column(String name, ColumnType type) {
    return new Column(name, type, ColumnRole.LANDED, name + ".");
  }
}
