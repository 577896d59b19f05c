package org.mlanalytics.files.ingestfile.request;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.mlanalytics.files.checking.schema.FileSchema;
import org.mlanalytics.files.checking.schema.SchemaReader;
import org.mlanalytics.files.checking.schema.Schemas;

/** The declared schemas: those of the installation, then those that come with the program. */
public final class SchemaCatalogue {

  private final Optional<Path> directory;
  private final Map<String, FileSchema> read = new ConcurrentHashMap<>();

  /**
   * @param directory with {@code <name>.json} for each schema of the installation
   */
  public SchemaCatalogue(Optional<Path> directory) {
    this.directory = directory;
  }

  /**
   * The schema with a name; read once.
   *
   * @param name safe as the name of a file, as {@link RequestReader} takes it
   * @throws org.mlanalytics.files.checking.schema.InvalidSchemaException when the installation's
   *     document is none
   */
  public Optional<FileSchema> named(String name) {
    FileSchema known = read.get(name);
    if (known != null) {
      return Optional.of(known);
    }
    Optional<FileSchema> found =
        directory
            .flatMap(folder -> document(folder.resolve(name + ".json")))
            .map(SchemaReader::read)
            .or(() -> Schemas.named(name));
    found.ifPresent(schema -> read.put(name, schema));
    return found;
  }

  /**
   * The schema that a request names, null when it names none.
   *
   * @throws IllegalStateException when it was there when the request was taken, and is no more
   */
  public FileSchema of(AcceptedRequest accepted) {
    String name = accepted.request().schema();
    return name == null
        ? null
        : named(name).orElseThrow(() -> new IllegalStateException("no schema " + name));
  }

  private static Optional<String> document(Path file) {
    try {
      return Optional.of(Files.readString(file));
    } catch (NoSuchFileException none) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
