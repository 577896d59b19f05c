package org.mlanalytics.store.presigned;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The server of a test, and a function's configuration for it. */
public final class UploadServerResource implements QuarkusTestResourceLifecycleManager {

  static final String SPOOL = "target/spool";

  private UploadServer server;

  @Override
  public Map<String, String> start() {
    try {
      Files.createDirectories(Path.of(SPOOL));
      server = new UploadServer();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Map.of(
        "UPLOAD_SERVICE_URL", server.url(),
        "mla.objects.presigned.token", UploadServer.TOKEN,
        "mla.objects.presigned.spool-directory", SPOOL,
        "mla.objects.presigned.transfer-timeout", "5s",
        "Retry/delay", "1",
        "Retry/jitter", "0",
        "quarkus.http.test-port", "0",
        "mp.messaging.incoming.steps.connector", "smallrye-in-memory",
        "mp.messaging.outgoing.step-events.connector", "smallrye-in-memory");
  }

  @Override
  public void inject(TestInjector injector) {
    injector.injectIntoFields(server, new TestInjector.MatchesType(UploadServer.class));
  }

  @Override
  public void stop() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
