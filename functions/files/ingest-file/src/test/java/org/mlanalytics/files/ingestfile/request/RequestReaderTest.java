package org.mlanalytics.files.ingestfile.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mlanalytics.runtime.error.AnalyticsException;
import org.mlanalytics.runtime.error.ErrorCode;

/** The reader takes what the published schema takes, and refuses what it refuses. */
class RequestReaderTest {

  private static final Schema SCHEMA =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(resource("/file-request.v1.schema.json"), InputFormat.JSON);

  @Test
  void anAddressIsEnough() {
    FileRequest request = read("{\"uri\":\"https://example.org/a.csv\"}");

    assertEquals(
        new FileRequest(
            null,
            "https://example.org/a.csv",
            null,
            null,
            List.of(),
            null,
            null,
            Priority.NORMAL,
            null),
        request);
  }

  @Test
  void allFields() {
    FileRequest request =
        read(
            """
            {"requestId":"r-1","uri":"u","format":"tsv+gzip","schema":"bts-alarms","target":["mongo:alarms"],
             "sha256":"%s","size":12,"priority":"high","callback":"https://hook.example.org/"}
            """
                .formatted("a".repeat(64)));

    assertEquals(
        new FileRequest(
            "r-1",
            "u",
            "tsv+gzip",
            new SchemaChoice.Named("bts-alarms"),
            List.of(new Target(Target.Kind.MONGO, "alarms")),
            "a".repeat(64),
            12L,
            Priority.HIGH,
            "https://hook.example.org/"),
        request);
  }

  @Test
  void aSchemaMayBeBrought() {
    assertEquals(
        new SchemaChoice.Inline("{\"version\":1}"),
        read("{\"uri\":\"u\",\"schema\":{\"version\":1}}").schema());
    String large = "{\"uri\":\"u\",\"schema\":{\"name\":\"%s\"}}".formatted("x".repeat(1 << 16));
    assertThrows(AnalyticsException.class, () -> read(large));
  }

  @ParameterizedTest
  @MethodSource("requests")
  void readerAndSchemaAgree(String line) {
    boolean good = line.startsWith("+");
    String json = line.substring(1).strip();

    assertEquals(good, SCHEMA.validate(json, InputFormat.JSON).isEmpty(), "schema: " + json);
    assertEquals(good, isRead(json), "reader: " + json);
  }

  @Test
  void whatIsSentTwiceInOneObjectIsRefused() {
    AnalyticsException e =
        assertThrows(AnalyticsException.class, () -> read("{\"uri\":\"a\",\"uri\":\"secret\"}"));

    assertEquals(ErrorCode.FILE_REQUEST, e.code());
    assertEquals("what was sent is no JSON", e.getMessage());
  }

  static List<String> requests() {
    return resource("/requests.txt").lines().toList();
  }

  private static boolean isRead(String json) {
    try {
      read(json);
      return true;
    } catch (AnalyticsException e) {
      assertEquals(ErrorCode.FILE_REQUEST, e.code());
      return false;
    }
  }

  private static FileRequest read(String json) {
    return RequestReader.read(RequestReader.json(json.getBytes(StandardCharsets.UTF_8)));
  }

  private static String resource(String name) {
    try (InputStream in = RequestReaderTest.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
