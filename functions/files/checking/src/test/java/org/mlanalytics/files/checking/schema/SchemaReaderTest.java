package org.mlanalytics.files.checking.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SchemaReaderTest {

  private static final String FULL =
      """
      {"version": 1, "name": "n", "description": "d", "zone": "Asia/Kolkata", "unknownColumns": "keep",
       "columns": [
         {"name": "a", "aliases": ["A", "aa"], "type": "integer", "required": true, "minimum": 1,
          "maximum": "9", "sentinels": [99], "description": "an a"},
         {"name": "b", "type": "text", "pattern": "x+", "codes": "t", "allowed": ["y"]},
         {"name": "c", "type": "date", "format": "dd.MM.uuuu"}],
       "unique": [["a"], ["a", "b"]],
       "codeTables": {"t": {"1": "one", "2": "two"}},
       "rejectAbove": {"share": 0.25, "rows": 10},
       "aggregate": {"groupBy": ["b"], "value": "a"}}
      """;

  @Test
  void readsWhatIsWritten() {
    FileSchema schema = SchemaReader.read(FULL);

    assertEquals(schema, SchemaReader.read(SchemaWriter.write(schema)));
    assertEquals(List.of("99"), schema.columns().get(0).sentinels());
    assertEquals(List.of("1", "2"), List.copyOf(schema.codeTables().get("t").keySet()));
  }

  static List<String> shipped() {
    return Schemas.names();
  }

  @ParameterizedTest
  @MethodSource("shipped")
  void shippedSchemasAreWhatThePublishedSchemaSays(String name) throws Exception {
    FileSchema schema = Schemas.named(name).orElseThrow();

    assertEquals(name, schema.name());
    assertEquals(27, schema.codeTables().get("sensors").size());
    assertEquals(25, schema.codeTables().get("alarms").size());
    assertValid(SchemaWriter.write(schema));
  }

  @Test
  void aFullSchemaIsWhatThePublishedSchemaSays() throws Exception {
    assertValid(FULL);
    assertValid(SchemaWriter.write(SchemaReader.read(FULL)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "\"version\": 1|\"version\": 2|version",
        "\"version\": 1, |~~|version",
        "\"name\": \"n\", |~~|name",
        "\"Asia/Kolkata\"|5|zone",
        "\"keep\"|\"hide\"|unknownColumns",
        "\"integer\"|\"number\"|columns[0].type",
        "\"required\": true|\"required\": \"yes\"|columns[0].required",
        "\"required\": true|\"mandatory\": true|columns[0].mandatory",
        "[99]|99|columns[0].sentinels",
        "\"unique\": [[\"a\"],|\"unique\": [\"a\",|unique",
        "\"1\": \"one\"|\"1\": true|codeTables.t.1",
        "\"share\": 0.25|\"share\": \"much\"|rejectAbove.share",
        "\"value\": \"a\"|\"val\": \"a\"|aggregate.value"
      })
  void saysWhereADocumentIsWrong(String part, String instead, String where) throws Exception {
    String document = FULL.replace(part, instead);

    InvalidSchemaException e =
        assertThrows(InvalidSchemaException.class, () -> SchemaReader.read(document));

    assertTrue(e.getMessage().startsWith(where + ":"), e.getMessage());
    boolean onlyHere = where.equals("zone");
    assertFalse(!onlyHere && valid(document), document);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "\"aa\"|\"b\"|two columns are called b",
        "\"codes\": \"t\"|\"codes\": \"u\"|b: no code table u",
        "[\"a\", \"b\"]|[\"a\", \"z\"]|no column z",
        "\"pattern\": \"x+\"|\"pattern\": \"(\"|b: ",
        "\"minimum\": 1|\"minimum\": \"x\"|a: x is not of type integer",
        "\"dd.MM.uuuu\"|\"bb\"|c: ",
        "\"value\": \"a\"|\"value\": \"q\"|no column q",
        "\"share\": 0.25|\"share\": 2|",
        "{\"version\"|[{\"version\"|not a JSON document"
      })
  void refusesWhatHasNoSense(String part, String instead, String message) {
    InvalidSchemaException e =
        assertThrows(
            InvalidSchemaException.class, () -> SchemaReader.read(FULL.replace(part, instead)));

    assertTrue(e.getMessage().startsWith(message == null ? "" : message), e.getMessage());
  }

  private static void assertValid(String document) throws Exception {
    assertTrue(valid(document), document);
  }

  private static boolean valid(String document) throws Exception {
    JsonSchema schema =
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
            .getSchema(Schemas.metaSchema());
    return schema.validate(new ObjectMapper().readTree(document)).isEmpty();
  }
}
