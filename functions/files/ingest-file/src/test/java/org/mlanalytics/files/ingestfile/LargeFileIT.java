package org.mlanalytics.files.ingestfile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.BitSet;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files much larger than the worker's memory: every good row is loaded once. */
class LargeFileIT {

  private static final Duration LIMIT = Duration.ofMinutes(20);

  @TempDir private Path directory;
  private FilesInstallation installation;

  @BeforeEach
  void up() throws Exception {
    installation = new FilesInstallation();
  }

  @AfterEach
  void down() {
    installation.close();
  }

  @Test
  @Tag("slow")
  void loads200Megabytes() throws Exception {
    loads(200_000_000L);
  }

  @Test
  @Tag("soak")
  void loads1Gigabyte() throws Exception {
    loads(1_000_000_000L);
  }

  private void loads(long bytes) throws Exception {
    Path file = directory.resolve("large.csv");
    BitSet good = AlarmFile.writeEvents(file, bytes);
    String uri = installation.web().serve("large.csv", file);
    Worker worker =
        installation.launch(
            Map.of("MLA_FILES_LOAD_TRANSACTION_ROWS", "100000", "MLA_LEASE_DURATION", "20s"),
            // a worker of long files is worth compiling
            "-XX:TieredStopAtLevel=4");
    worker.awaitReady();
    installation.send(
        "normal",
        "{\"requestId\":\"large\",\"uri\":\"%s\",\"schema\":\"bts-events\",\"target\":[\"kafka:large\"]}"
            .formatted(uri));

    JsonNode status = FilesInstallation.awaitEnd(worker, "large", LIMIT);

    assertEquals("INGESTED", status.path("state").asText(), status.toString());
    assertEquals(good, installation.linesOf(FilesInstallation.rowTopic("large"), LIMIT));
    assertEquals(Files.size(file), status.at("/content/bytes").asLong(), status.toString());
  }
}
