package org.mlanalytics.files.checking.schema;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The schemas that come with this library: {@code /schemas/<name>.json}. */
public final class Schemas {

  private static final List<String> NAMES = List.of("bts-alarms", "bts-events");

  private Schemas() {}

  /** Their names. */
  public static List<String> names() {
    return NAMES;
  }

  /** The schema of that name. */
  public static Optional<FileSchema> named(String name) {
    return NAMES.contains(name)
        ? Optional.of(SchemaReader.read(resource(name + ".json")))
        : Optional.empty();
  }

  /** The JSON schema of schema documents. */
  public static String metaSchema() {
    return resource("file-schema-v1.schema.json");
  }

  private static String resource(String file) {
    try (InputStream in = Schemas.class.getResourceAsStream("/schemas/" + file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
