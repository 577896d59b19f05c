package org.mlanalytics.files.ingestfile.stage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.mlanalytics.files.checking.schema.FileSchema;
import org.mlanalytics.files.checking.schema.SchemaReader;
import org.mlanalytics.runtime.object.ObjectStore;
import org.mlanalytics.runtime.run.Run;

/** The schemas that files were checked by. */
public final class KeptSchemas {

  private final ObjectStore store;

  /** Schemas in a store. */
  public KeptSchemas(ObjectStore store) {
    this.store = store;
  }

  /** The schema of a run that has checked its file. */
  FileSchema of(Run run) throws IOException {
    try (InputStream in = store.open(FileObjects.SCHEMA.of(run).orElseThrow().key())) {
      return SchemaReader.read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
  }
}
