package org.mlanalytics.files.checking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mlanalytics.files.checking.reason.Reason;
import org.mlanalytics.files.checking.report.QualityReport;
import org.mlanalytics.files.checking.schema.FileSchema;
import org.mlanalytics.files.checking.schema.SchemaReader;
import org.mlanalytics.files.checking.schema.Schemas;
import org.mlanalytics.files.checking.source.FileFormat;

/**
 * Pairs of files in {@code golden}: a file to check, and {@code <its name>.expected.jsonl}. Of that
 * the first line says how it is checked, then comes a line for each row in the order of the file,
 * and last the refusal and the counts that matter. Add a case by adding a pair.
 */
class GoldenFilesTest {

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();
  private static final String EXPECTED = ".expected.jsonl";

  static Stream<String> cases() throws Exception {
    try (Stream<Path> files = Files.list(golden())) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(EXPECTED))
          .map(name -> name.substring(0, name.length() - EXPECTED.length()))
          .sorted()
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void isCheckedAsExpected(String name) throws Exception {
    List<String> expected = Files.readAllLines(golden().resolve(name + EXPECTED));
    JsonNode how = JSON.readTree(expected.get(0));
    List<String> found = new ArrayList<>();

    QualityReport report;
    try (var file = Files.newInputStream(golden().resolve(name))) {
      report =
          FileChecker.check(
              file,
              format(how),
              schema(how),
              limits(how),
              row -> found.add(Checked.json(row)),
              row -> found.add(rejected(row)));
    }
    found.add(summary(report, JSON.readTree(expected.get(expected.size() - 1))));

    assertEquals(
        expected.stream().skip(1).map(GoldenFilesTest::normal).collect(Collectors.joining("\n")),
        found.stream().map(GoldenFilesTest::normal).collect(Collectors.joining("\n")));
    assertEquals(report.rows(), report.good() + report.quarantined());
    assertFalse(Checked.json(report).isEmpty());
  }

  private static FileFormat format(JsonNode how) {
    FileFormat format = FileFormat.of(how.path("format").asText("csv"));
    if (how.has("delimiter")) {
      format = format.delimitedBy(how.get("delimiter").asText().charAt(0));
    }
    if (how.has("encoding")) {
      format = format.encodedIn(FileFormat.Encoding.of(how.get("encoding").asText()));
    }
    return how.path("header").asBoolean(true) ? format : format.withoutHeader();
  }

  private static FileSchema schema(JsonNode how) {
    JsonNode schema = how.get("schema");
    if (schema == null) {
      return null;
    }
    return schema.isTextual()
        ? Schemas.named(schema.asText()).orElseThrow()
        : SchemaReader.read(schema.toString());
  }

  private static CheckLimits limits(JsonNode how) {
    CheckLimits limits = CheckLimits.defaults();
    return new CheckLimits(
        how.path("maxColumns").asInt(limits.maxColumns()),
        how.path("maxFieldChars").asInt(limits.maxFieldChars()),
        how.path("maxRowChars").asInt(limits.maxRowChars()),
        how.path("maxRows").asLong(limits.maxRows()),
        how.path("maxUniqueKeys").asLong(limits.maxUniqueKeys()),
        limits.rejectAbove(),
        how.path("maxQuarantined").asLong(limits.maxQuarantined()),
        how.path("sampleBytes").asInt(limits.sampleBytes()));
  }

  private static String rejected(RejectedRow row) {
    ObjectNode json = JSON.createObjectNode();
    json.put("line", row.line());
    row.reasons().forEach(reason -> json.withArray("reasons").add(text(reason)));
    return json.toString();
  }

  private static String text(Reason reason) {
    return reason.code().code() + (reason.column() == null ? "" : " " + reason.column());
  }

  /** Of the report what the case asks for. */
  private static String summary(QualityReport report, JsonNode asked) throws IOException {
    JsonNode all = JSON.readTree(Checked.json(report));
    ObjectNode summary = JSON.createObjectNode();
    asked
        .fieldNames()
        .forEachRemaining(
            name -> {
              switch (name) {
                case "refused" ->
                    summary.put(
                        name,
                        report.accepted()
                            ? null
                            : report.refusal().code().code()
                                + " at line "
                                + report.refusal().line());
                case "types" ->
                    report
                        .columns()
                        .forEach(
                            c -> summary.withObjectProperty(name).put(c.name(), c.type().label()));
                default -> summary.set(name, all.get(name));
              }
            });
    return summary.toString();
  }

  private static String normal(String line) {
    try {
      return JSON.readTree(line).toString();
    } catch (IOException e) {
      throw new AssertionError(line, e);
    }
  }

  private static Path golden() {
    return Path.of("src/test/resources/golden");
  }
}
