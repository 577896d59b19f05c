package org.mlanalytics.files.ingestfile.stage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayInputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mlanalytics.files.checking.CheckLimits;
import org.mlanalytics.files.checking.FileChecker;
import org.mlanalytics.files.checking.SchemaInference;
import org.mlanalytics.files.checking.report.QualityReport;
import org.mlanalytics.files.checking.schema.FileSchema;
import org.mlanalytics.files.checking.source.FileFormat;

class DruidRowTest {

  private static final Instant TAKEN = Instant.parse("2024-05-01T00:00:00Z");

  @Test
  void theFirstTimeIsTheTimeOfTheRow() throws Exception {
    assertEquals(
        "{\"_time\":\"2024-03-01T10:00:00.000Z\",\"id\":1,\"at\":\"2024-03-01T10:00:00.000Z\",\"day\":\"2020-01-01\"}",
        written("id,at,day\n1,2024-03-01T10:00:00Z,2020-01-01\n"));
    assertEquals(
        "{\"_time\":\"2020-01-02T00:00:00.000Z\",\"day\":\"2020-01-02\",\"v\":1.5}",
        written("day,v\n2020-01-02,1.50\n"));
  }

  @Test
  void withoutOneItIsThatOfTheRequest() throws Exception {
    assertEquals(
        "{\"_time\":\"2024-05-01T00:00:00.000Z\",\"%5Ftime\":\"x\",\"a%25\":true}",
        written("_time,a%\nx,true\n"));
  }

  @Test
  void whereRowsArePlacedByTimeThoseWithoutOneArePutAside() throws Exception {
    String csv = "id,at\n1,2024-03-01T10:00:00Z\n2,\n3,2024-03-01T11:00:00Z\n";
    FileSchema schema =
        SchemaInference.infer(stream(csv), FileFormat.csv(), CheckLimits.defaults());
    List<Long> aside = new ArrayList<>();

    QualityReport report =
        FileChecker.check(
            stream(csv),
            FileFormat.csv(),
            DruidRow.requiringTime(schema),
            CheckLimits.defaults(),
            good -> {},
            bad -> aside.add(bad.line()));

    assertEquals(List.of(3L), aside);
    assertEquals(2, report.good());
    assertFalse(schema.columns().get(1).required());
  }

  @Test
  void aSchemaWithoutTimesPlacesNothing() throws Exception {
    FileSchema schema =
        SchemaInference.infer(stream("id\n1\n"), FileFormat.csv(), CheckLimits.defaults());

    assertEquals(Optional.empty(), DruidRow.timeColumn(schema));
    assertSame(schema, DruidRow.requiringTime(schema));
  }

  private static String written(String csv) throws Exception {
    FileSchema schema =
        SchemaInference.infer(stream(csv), FileFormat.csv(), CheckLimits.defaults());
    StringWriter text = new StringWriter();
    DruidRow row = new DruidRow(schema, TAKEN);
    try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
      FileChecker.check(
          stream(csv),
          FileFormat.csv(),
          schema,
          CheckLimits.defaults(),
          good -> row.write(good, json),
          bad -> {});
    }
    return text.toString();
  }

  private static ByteArrayInputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }
}
