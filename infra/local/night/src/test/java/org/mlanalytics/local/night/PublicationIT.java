package org.mlanalytics.local.night;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.mlanalytics.local.Await;
import org.mlanalytics.local.DruidHttp;
import org.mlanalytics.local.DruidTasks;

/** What a publication does when objects, rows or dates are not what they should be. */
class PublicationIT {

  @RegisterExtension static final PublishedNight night = new PublishedNight();

  @Test
  void aMissingObjectIsToldBeforeAnythingIsSent() throws IOException {
    int tasks = night.installation.tasks().size();
    Files.delete(anObject());

    PublishedNight.assertFailed("MLA-3003", night.publish(night.d1, "force").body().path("run"));
    assertEquals(tasks, night.installation.tasks().size());
    night.assertUnchanged();
  }

  @Test
  void aTruncatedObjectIsToldBeforeAnythingIsSent() throws IOException {
    int tasks = night.installation.tasks().size();
    Path object = anObject();
    byte[] bytes = Files.readAllBytes(object);
    Files.write(object, Arrays.copyOf(bytes, bytes.length - 1));

    PublishedNight.assertFailed("MLA-3004", night.publish(night.d1, "force").body().path("run"));
    assertEquals(tasks, night.installation.tasks().size());
    night.assertUnchanged();
  }

  @Test
  void anObjectWithABadLineFailsTheTaskAndChangesNothing() throws IOException {
    Path object = anObject();
    byte[] bytes = Files.readAllBytes(object);
    bytes[bytes.length / 2] ^= 0x5A;
    Files.write(object, bytes);

    night.publish(night.d1, "force");
    PublishedNight.assertFailed("MLA-5005", night.ended(night.d1));
    night.assertUnchanged();
  }

  @Test
  void rowsOfASecondWriterAreNoticedAndTheLastGoodPublicationIsRestored() throws IOException {
    night.publish(night.d1, "force");
    night.awaitTaskOf(night.d1);
    appendOneRow();

    PublishedNight.assertFailed("MLA-5007", night.ended(night.d1));
    night.awaitSuccess("restore-publication");
    night.assertUnchanged();
  }

  @Test
  void rowsThatBecomeVisibleLateAreWaitedFor() throws IOException {
    night.publish(night.d1, "force");
    coordinate(false);
    try {
      night.awaitTaskOf(night.d1);
      night.settle();
      JsonNode waiting = night.publication(night.d1);
      assertEquals("SUBMITTED", waiting.path("state").asText(), waiting.toPrettyString());
      assertEquals("SUCCESS", waiting.at("/druid/status").asText(), waiting.toPrettyString());
    } finally {
      coordinate(true);
    }

    PublishedNight.assertSucceeded(night.ended(night.d1));
    night.assertUnchanged();
  }

  @Test
  void rowsThatStayInvisibleFailThePublication() throws IOException {
    night.publish(night.d1, "force");
    coordinate(false);
    try {
      PublishedNight.assertFailed("MLA-5007", night.ended(night.d1));
    } finally {
      coordinate(true);
    }
    night.awaitSuccess("restore-publication");
    night.assertUnchanged();
  }

  @Test
  void anOlderNightDoesNotReplaceANewerOne() throws IOException {
    night.gather(night.d2, "failed-only");
    PublishedNight.assertSucceeded(night.ended(night.d2));

    JsonNode late = night.publish(night.d1, "force").body().path("run");

    assertEquals("SKIPPED", late.path("state").asText(), late.toPrettyString());
    night.assertUnchanged();
  }

  /** Whether Druid's coordinator lets segments be loaded. */
  private void coordinate(boolean on) throws IOException {
    new DruidHttp(night.installation.servers().druidUrl())
        .post("/druid/coordinator/v1/config", "{\"pauseCoordination\":" + !on + "}");
  }

  private Path anObject() throws IOException {
    String key =
        night
            .api
            .get("/runs?function=extract-projects&businessDate=" + night.d1)
            .body()
            .at("/0/objects/0/key")
            .asText();
    return night.installation.servers().objectStore().resolve(key);
  }

  private void appendOneRow() throws IOException {
    DruidTasks tasks = new DruidTasks(night.installation.servers().druidUrl());
    String id =
        tasks.submit(
            """
            {"type":"index_parallel","spec":{
              "dataSchema":{"dataSource":"sl-project",
                "timestampSpec":{"column":"t","format":"iso"},
                "dimensionsSpec":{"dimensions":["project_id"]},
                "granularitySpec":{"type":"uniform","segmentGranularity":"ALL","queryGranularity":"DAY","rollup":false}},
              "ioConfig":{"type":"index_parallel","appendToExisting":true,
                "inputSource":{"type":"inline","data":"{\\"t\\":\\"2023-07-11T00:00:00Z\\",\\"project_id\\":\\"stranger\\"}"},
                "inputFormat":{"type":"json"}},
              "tuningConfig":{"type":"index_parallel","partitionsSpec":{"type":"dynamic"}}}}
            """);
    assertEquals("SUCCESS", tasks.awaitEnd(id, Installation.LIMIT));
    Await.until(
        "the stranger's row",
        Installation.LIMIT,
        () -> night.installation.rows().size() == night.golden.size() + 1);
  }
}
