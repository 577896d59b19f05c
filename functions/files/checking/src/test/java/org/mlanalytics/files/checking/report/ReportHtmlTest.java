package org.mlanalytics.files.checking.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mlanalytics.files.checking.CheckLimits;
import org.mlanalytics.files.checking.FileChecker;
import org.mlanalytics.files.checking.schema.FileSchema;
import org.mlanalytics.files.checking.schema.SchemaReader;
import org.mlanalytics.files.checking.schema.Schemas;
import org.mlanalytics.files.checking.source.FileFormat;

class ReportHtmlTest {

  private static final Pattern TAG = Pattern.compile("<(/?[a-zA-Z!][^\\s>]*)");

  /** All the markup that the page of an accepted file is made of. */
  private static final Set<String> TAGS =
      Set.of(
          "!doctype",
          "html",
          "head",
          "meta",
          "title",
          "style",
          "body",
          "h1",
          "h2",
          "p",
          "strong",
          "ul",
          "li",
          "b",
          "div",
          "table",
          "tr",
          "th",
          "td");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        "\"><img src=x onerror=alert(1)>",
        "' onmouseover='alert(1)",
        "</td></table></style><iframe src=//example.org>",
        "&lt;b&gt;&#60;script&#62;",
        "<!-- --><svg/onload=alert(1)>",
        "\u202Egpj.exe",
        "javascript:alert(1)"
      })
  void hostileTextsAreOnlyTexts(String hostile) throws Exception {
    String quoted = '"' + hostile.replace("\"", "\"\"") + '"';
    String file = quoted + ",n\n" + quoted + ",1\n" + quoted + "," + quoted + "\n" + quoted + "\n";
    FileSchema schema =
        SchemaReader.read(
            "{\"version\": 1, \"name\": \"s\", \"unknownColumns\": \"keep\", \"columns\":"
                + " [{\"name\": \"n\", \"type\": \"integer\"}]}");

    String page = page(file, schema, hostile);

    assertEquals(new TreeSet<>(TAGS), tags(page));
    assertFalse(page.contains(hostile) && !hostile.startsWith("javascript"), page);
    assertFalse(page.contains("\u202E"));
    assertEquals(1, count(page, "<style>"));
  }

  @Test
  void theTextIsStillThere() throws Exception {
    String page = page("a,b\n<b>&\"',1\nx\n", null, "f");

    assertTrue(page.contains("&lt;b&gt;&amp;&quot;&#39;"), page);
  }

  @Test
  void needsNothingElse() throws Exception {
    String page = page("a\n1\n", null, "f");

    assertTrue(page.contains("Content-Security-Policy\" content=\"default-src 'none';"), page);
    assertFalse(page.contains("src="), page);
    assertFalse(page.contains("href="), page);
    assertFalse(page.contains("url("), page);
    assertFalse(page.contains("@import"), page);
  }

  @Test
  void showsRowsPutAside() throws Exception {
    Path golden = Path.of("src/test/resources/golden/bts-alarms.csv");
    String page =
        page(Files.readString(golden), Schemas.named("bts-alarms").orElseThrow(), "alarms.csv");
    // to be looked at
    Files.writeString(Path.of("target", "report.html"), page);

    assertTrue(page.contains("3 of 8 rows were put aside"), page);
    assertTrue(page.contains("start_time: wrong-type (instant)"), page);
    assertTrue(page.contains("not-a-date"), page);
  }

  @Test
  void saysWhyAFileIsRefused() throws Exception {
    String page = page("a,a\n", null, "f");

    assertTrue(page.contains("<strong>Refused:</strong> two columns with one name, line 1"), page);
    assertTrue(page.contains("duplicate-header"), page);
  }

  private static String page(String file, FileSchema schema, String title) throws Exception {
    QualityReport report =
        FileChecker.check(
            new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)),
            FileFormat.csv(),
            schema,
            CheckLimits.defaults(),
            row -> {},
            row -> {});
    StringWriter out = new StringWriter();
    ReportHtml.write(report, title, out);
    return out.toString();
  }

  private static Set<String> tags(String page) {
    Set<String> tags = new TreeSet<>();
    Matcher matcher = TAG.matcher(page);
    while (matcher.find()) {
      tags.add(matcher.group(1).replace("/", ""));
    }
    return tags;
  }

  private static int count(String page, String text) {
    return List.of(page.split(Pattern.quote(text), -1)).size() - 1;
  }
}
