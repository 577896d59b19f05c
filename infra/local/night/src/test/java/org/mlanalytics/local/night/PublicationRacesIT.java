package org.mlanalytics.local.night;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.mlanalytics.local.DruidTasks;

/** Those who want to publish, or to stop it, at once. */
@Tag("slow")
@Tag("nightly")
class PublicationRacesIT {

  @RegisterExtension static final PublishedNight night = new PublishedNight();

  @Test
  void forceOnAnActiveRunIsRefusedAndACancelledOneGivesWay() throws IOException {
    JsonNode active = night.publish(night.d1, "force").body().path("run");
    assertEquals("SUBMITTED", active.path("state").asText(), active.toPrettyString());

    assertEquals(409, night.publish(night.d1, "force").status());
    assertEquals("MLA-2001", night.publish(night.d1, "force").body().path("code").asText());

    JsonNode cancelled =
        night
            .api
            .post("/runs/" + active.path("id").asText() + "/cancel", "application/json", "")
            .body();
    assertEquals("CANCELLED", cancelled.path("state").asText());
    assertEquals("SUBMITTED", night.publish(night.d1, "force").body().at("/run/state").asText());
    PublishedNight.assertSucceeded(night.ended(night.d1));
    night.assertUnchanged();
  }

  @Test
  void twoForcesAtOnceMakeOneAttempt() throws IOException {
    int attempt = night.publication(night.d1).path("attempt").asInt();
    int tasks = night.installation.tasks().size();

    List<CompletableFuture<FunctionsApi.Answer>> both = List.of(forcedAtOnce(), forcedAtOnce());
    Map<Integer, Long> answers =
        both.stream()
            .map(CompletableFuture::join)
            .collect(Collectors.groupingBy(FunctionsApi.Answer::status, Collectors.counting()));

    assertEquals(Map.of(202, 1L, 409, 1L), answers);
    JsonNode publication = night.ended(night.d1);
    assertEquals("SUCCEEDED", publication.path("state").asText(), publication.toPrettyString());
    assertEquals(attempt + 1, publication.path("attempt").asInt());
    assertEquals(tasks + 1, night.installation.tasks().size());
    night.assertUnchanged();
  }

  @Test
  void twoSchedulersMakeOneNight() throws IOException {
    FunctionsApi other =
        night.installation.start(PackagedFunctions.SUITE, PublishedNight.SETTINGS).api();
    List<CompletableFuture<JsonNode>> both =
        List.of(night.api, other).stream()
            .map(one -> CompletableFuture.supplyAsync(() -> opened(one)))
            .toList();

    Set<String> runs =
        both.stream().map(f -> f.join().at("/run/id").asText()).collect(Collectors.toSet());
    Set<String> outcomes =
        both.stream().map(f -> f.join().path("outcome").asText()).collect(Collectors.toSet());

    assertEquals(1, runs.size());
    assertEquals(2, outcomes.size(), outcomes.toString());
    assertTrue(outcomes.contains("DONE"), outcomes.toString());
    int tasks = night.installation.tasks().size();
    PublishedNight.assertSucceeded(night.ended(night.d2));
    assertEquals(1, new Night(night.api, night.d2).pipeline().path("generation").asInt());
    assertTrue(night.installation.tasks().size() <= tasks + 1);
    night.assertUnchanged();
  }

  @Test
  void aPurgeWaitsForThePublicationUnderWay() throws IOException {
    night.publish(night.d1, "force");
    JsonNode purge =
        night
            .api
            .run(Map.of("function", "purge-projects", "businessDate", night.d1))
            .body()
            .path("run");
    assertEquals("CLAIMED", purge.path("state").asText(), purge.toPrettyString());

    PublishedNight.assertSucceeded(night.ended(night.d1));
    night.awaitSuccess("purge-projects");
    assertEquals(
        0,
        new DruidTasks(night.installation.servers().druidUrl())
            .ofDatasource("sl-project").stream().filter(t -> t.state().equals("RUNNING")).count());
  }

  private JsonNode opened(FunctionsApi one) {
    try {
      return one.run(Map.of("function", "gather-programs", "businessDate", night.d2)).body();
    } catch (IOException e) {
      throw new CompletionException(e);
    }
  }

  private CompletableFuture<FunctionsApi.Answer> forcedAtOnce() {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return night.publish(night.d1, "force");
          } catch (IOException e) {
            throw new CompletionException(e);
          }
        });
  }
}
