package org.mlanalytics.store.presigned;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mlanalytics.local.Await;
import org.mlanalytics.local.DruidSql;
import org.mlanalytics.local.DruidTasks;
import org.mlanalytics.local.LocalServers;
import org.mlanalytics.runtime.object.ObjectOutput;
import org.mlanalytics.runtime.object.ObjectStore;

/** A real Druid reads landed objects by the addresses that it is given. */
@Tag("slow")
@Tag("nightly")
@QuarkusTest
@QuarkusTestResource(UploadServerResource.class)
class PresignedDruidIT {

  private static final Duration LIMIT = Duration.ofSeconds(90);

  @Inject ObjectStore store;

  @Test
  void druidReadsWhatTheServiceSigned() throws IOException {
    land("d/1.json.gz", "{\"at\":\"2023-07-11T00:00:00Z\",\"rows\":20}");
    land("e/2.json.gz", "{\"at\":\"2023-07-11T00:00:00Z\",\"rows\":22}");
    Path directory = Files.createTempDirectory(Files.createDirectories(target()), "druid-");
    try (LocalServers servers =
        LocalServers.builder().withDruid().dataDir(directory).environment(Map.of()).start()) {
      DruidTasks tasks = new DruidTasks(servers.druidUrl());
      DruidSql sql = new DruidSql(servers.druidUrl());

      String task =
          tasks.submit(task(store.druidInputSource(List.of("d/1.json.gz", "e/2.json.gz"))));

      assertEquals("SUCCESS", tasks.awaitEnd(task, LIMIT));
      Await.until(
          "the rows", LIMIT, () -> sql.number("SELECT SUM(\"rows\") FROM \"landed\"") == 42);
    }
  }

  private void land(String key, String row) throws IOException {
    try (ObjectOutput object = store.create(key)) {
      GZIPOutputStream packed = new GZIPOutputStream(object);
      packed.write(row.getBytes(StandardCharsets.UTF_8));
      packed.finish();
      object.commit();
    }
  }

  private static String task(Map<String, Object> inputSource) throws IOException {
    return new ObjectMapper()
        .writeValueAsString(
            Map.of(
                "type",
                "index_parallel",
                "spec",
                Map.of(
                    "dataSchema",
                    Map.of(
                        "dataSource",
                        "landed",
                        "timestampSpec",
                        Map.of("column", "at", "format", "iso"),
                        "dimensionsSpec",
                        Map.of("dimensions", List.of(Map.of("name", "rows", "type", "long")))),
                    "ioConfig",
                    Map.of(
                        "type",
                        "index_parallel",
                        "inputFormat",
                        Map.of("type", "json"),
                        "inputSource",
                        inputSource))));
  }

  private static Path target() {
    return Path.of("target", "it").toAbsolutePath();
  }
}
