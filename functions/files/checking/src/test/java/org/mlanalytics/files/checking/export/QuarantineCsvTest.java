package org.mlanalytics.files.checking.export;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.StringWriter;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mlanalytics.files.checking.RejectedRow;
import org.mlanalytics.files.checking.reason.Reason;
import org.mlanalytics.files.checking.reason.ReasonCode;

class QuarantineCsvTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=1+1",
        "+1+1",
        "-1+1",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "=cmd|' /C calc'!A0",
        " =1",
        "\n=1",
        "-",
        "+x",
        "\uFF1D1"
      })
  void formulasAreMadeHarmless(String formula) {
    assertEquals("'" + formula, SpreadsheetText.neutralise(formula));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1", "-1", "+4.5", "-0.25", "a=b", "x", "'=1", "2024-01-01", "a@b"})
  void otherTextsStayAsTheyAre(String text) {
    assertEquals(text, SpreadsheetText.neutralise(text));
  }

  @Test
  void writesLineReasonsAndFields() throws Exception {
    StringWriter out = new StringWriter();
    try (QuarantineCsv csv = new QuarantineCsv(out)) {
      csv.accept(
          new RejectedRow(
              7,
              List.of(
                  new Reason(ReasonCode.WRONG_TYPE, "=b", "integer"),
                  new Reason(ReasonCode.MISSING, "c", "")),
              List.of("a", "=b", "c"),
              Arrays.asList("x,y", "=1+1", null)));
      csv.accept(
          new RejectedRow(
              9,
              List.of(new Reason(ReasonCode.TOO_FEW_FIELDS, null, "1 instead of 3")),
              List.of("a", "=b", "c"),
              List.of("bytes \uFFFF")));
    }

    assertEquals(
        """
        line,reasons,a,'=b,c\r
        7,wrong-type =b; missing c,"x,y",'=1+1,\r
        9,too-few-fields,bytes \uFFFD\r
        """,
        out.toString());
  }
}
