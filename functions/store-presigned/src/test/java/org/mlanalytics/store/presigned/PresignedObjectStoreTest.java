package org.mlanalytics.store.presigned;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mlanalytics.runtime.object.ObjectStore;
import org.mlanalytics.runtime.object.ObjectStoreContract;

/** What every store promises, of the presigned-upload service. */
@QuarkusTest
@QuarkusTestResource(UploadServerResource.class)
class PresignedObjectStoreTest extends ObjectStoreContract {

  UploadServer server;
  @Inject ObjectStore injected;

  @Override
  protected ObjectStore emptyStore() throws IOException {
    server.reset();
    return injected;
  }

  /** Objects of the storage, and files that were left on the way. */
  @Override
  protected long storedPieces() throws IOException {
    try (Stream<Path> spooled = Files.list(Path.of(UploadServerResource.SPOOL))) {
      return server.pieces() + spooled.count();
    }
  }

  @Override
  protected boolean listsAndDeletes() {
    return false;
  }

  @Test
  void oneOfManyWritersWins() throws Exception {
    assertOneOfManyWritersWins(10);
  }
}
