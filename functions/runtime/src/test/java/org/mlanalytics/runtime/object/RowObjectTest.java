package org.mlanalytics.runtime.object;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mlanalytics.core.dataset.Column;
import org.mlanalytics.core.dataset.Datasets;
import org.mlanalytics.runtime.run.LandedObject;

class RowObjectTest {

  private static final String KEY = "sl-project/2023-07-11/run/1-1/p1.json.gz";

  @TempDir private Path directory;
  private ObjectStore store;

  @BeforeEach
  void open() {
    store = new LocalObjectStore(directory);
  }

  @Test
  void rowsAreLinesOfGzip() throws IOException {
    landed("{\"a\":1}", "{\"a\":\"ü\"}");

    try (InputStream in = new GZIPInputStream(store.open(KEY))) {
      assertEquals(
          "{\"a\":1}\n{\"a\":\"ü\"}\n", new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  @Test
  void landedObjectTellsRowsBytesAndDigestOfWhatIsStored() throws Exception {
    LandedObject landed = landed("{\"a\":1}", "{\"a\":2}", "{\"a\":3}");

    assertEquals(new LandedObject(KEY, 3, store.size(KEY).orElseThrow(), digest()), landed);
  }

  @Test
  void manifestTellsTheSameAndTheColumns() throws Exception {
    LandedObject landed = landed("{\"a\":1}");

    JsonNode manifest;
    try (InputStream in = store.open(KEY + RowObject.MANIFEST)) {
      manifest = new ObjectMapper().readTree(in);
    }
    assertEquals("sl-project", manifest.path("dataset").asText());
    assertEquals(landed.rows(), manifest.path("rows").asLong());
    assertEquals(landed.bytes(), manifest.path("bytes").asLong());
    assertEquals(landed.sha256(), manifest.path("sha256").asText());
    List<String> columns = Datasets.SL_PROJECT.columns().stream().map(Column::name).toList();
    assertEquals(columns, new ObjectMapper().convertValue(manifest.path("columns"), List.class));
  }

  @Test
  void objectWithoutRowsIsAnEmptyGzip() throws IOException {
    LandedObject landed = landed();

    assertEquals(0, landed.rows());
    try (InputStream in = new GZIPInputStream(store.open(KEY))) {
      assertEquals(0, in.readAllBytes().length);
    }
  }

  @Test
  void nothingIsVisibleWithoutCommit() throws IOException {
    try (RowObject object = new RowObject(store, Datasets.SL_PROJECT, KEY)) {
      row(object, "{\"a\":1}");
    }

    assertEquals(List.of(), store.list("sl-project"));
  }

  @Test
  void rowIsTakenFromTheMiddleOfABuffer() throws IOException {
    try (RowObject object = new RowObject(store, Datasets.SL_PROJECT, KEY)) {
      object.row("xx{}xx".getBytes(StandardCharsets.UTF_8), 2, 2);
      object.commit();
    }

    try (InputStream in = new GZIPInputStream(store.open(KEY))) {
      assertEquals("{}\n", new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  @Test
  void landedObjectIsNotWrittenAgain() throws IOException {
    landed("{\"a\":1}");

    assertThrows(FileAlreadyExistsException.class, () -> landed("{\"a\":2}"));
  }

  private LandedObject landed(String... rows) throws IOException {
    try (RowObject object = new RowObject(store, Datasets.SL_PROJECT, KEY)) {
      for (String row : rows) {
        row(object, row);
      }
      return object.commit();
    }
  }

  private static void row(RowObject object, String json) throws IOException {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    object.row(bytes, 0, bytes.length);
  }

  private String digest() throws Exception {
    try (InputStream in = store.open(KEY)) {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(in.readAllBytes()));
    }
  }
}
