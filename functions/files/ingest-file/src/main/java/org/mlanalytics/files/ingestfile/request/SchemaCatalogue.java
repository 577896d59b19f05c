package org.mlanalytics.files.ingestfile.request;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.NoSuchElementException;
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
   * The schema that a request names or brings, null when it does neither.
   *
   * @throws NoSuchElementException when none of its name is declared
   * @throws org.mlanalytics.files.checking.schema.InvalidSchemaException when what it brings is no
   *     schema; the message says where and why
   */
  public FileSchema of(FileRequest request) {
    SchemaChoice choice = request.schema();
    if (choice instanceof SchemaChoice.Inline inline) {
      return SchemaReader.read(inline.document());
    }
    return choice instanceof SchemaChoice.Named named
        ? named(named.name())
            .orElseThrow(() -> new NoSuchElementException("no schema of this name is declared"))
        : null;
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
