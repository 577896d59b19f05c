package org.mlanalytics.suite;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanId;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mlanalytics.local.Await;
import org.mlanalytics.local.LocalServers;
import org.mlanalytics.local.data.SampleDocuments;
import org.mlanalytics.local.quarkus.LocalServersResource;

/** A night on real servers is one trace, from the request that opens it to its Druid tasks. */
@Tag("slow")
@Tag("nightly")
@QuarkusTest
@TestProfile(TracedNightIT.Exported.class)
@QuarkusTestResource(LocalServersResource.class)
class TracedNightIT {

  private static final String DATE = "2023-07-11";
  private static final String FIRST = "64a000000000000000000001";
  private static final String SECOND = "64a000000000000000000002";
  private static final Duration LIMIT = Duration.ofSeconds(90);
  private static final AttributeKey<String> SCOPE = AttributeKey.stringKey("mla.scope");
  private static final AttributeKey<String> TASK = AttributeKey.stringKey("mla.druid.task");
  private static final AttributeKey<Long> PUBLISHED = AttributeKey.longKey("mla.rows.published");

  @Inject InMemorySpanExporter exporter;

  LocalServers servers;

  @BeforeEach
  void load() throws IOException {
    try (MongoClient mongo = MongoClients.create(servers.mongoUri())) {
      SampleDocuments.bundled().loadInto(mongo.getDatabase("ml-survey"));
    }
  }

  @Test
  void aNightIsOneTrace() {
    post(Map.of("function", "gather-programs", "businessDate", DATE));
    // a sweep before that asks for the publication by an event of its own
    Await.until("the submission", LIMIT, () -> !named("run publish-projects").isEmpty());
    Await.until(
        "the publication",
        LIMIT,
        () -> {
          post(Map.of("function", "settle-publications"));
          return !named("druid sl-project").isEmpty();
        });

    SpanData publication = only(named("druid sl-project"));
    assertEquals(
        List.of(
            "POST /runs",
            "run gather-programs",
            "process program.gathered",
            "run extract-projects",
            "process projects.extracted",
            "run publish-projects",
            "druid sl-project"),
        path(publication).stream().map(SpanData::getName).toList());
    SpanData request = path(publication).getFirst();
    assertEquals(SpanKind.SERVER, request.getKind());
    assertEquals(SpanId.getInvalid(), request.getParentSpanId());
    assertEquals(18, publication.getAttributes().get(PUBLISHED));
    assertEquals(
        given()
            .get("/runs?function=publish-projects&businessDate=" + DATE)
            .path("[0].druid.taskId")
            .toString(),
        publication.getAttributes().get(TASK));

    assertEquals(
        Set.of(FIRST, SECOND),
        named("run extract-projects").stream()
            .filter(span -> span.getTraceId().equals(publication.getTraceId()))
            .map(span -> span.getAttributes().get(SCOPE))
            .collect(Collectors.toSet()));
    assertEquals(
        Set.of(publication.getTraceId()),
        exporter.getFinishedSpanItems().stream()
            .filter(span -> span.getName().startsWith("run "))
            .map(SpanData::getTraceId)
            .collect(Collectors.toSet()));
  }

  /** A span and its parents, the first of them in front. */
  private Deque<SpanData> path(SpanData last) {
    Map<String, SpanData> spans =
        exporter.getFinishedSpanItems().stream()
            .filter(span -> span.getTraceId().equals(last.getTraceId()))
            .collect(Collectors.toMap(SpanData::getSpanId, span -> span));
    Deque<SpanData> path = new ArrayDeque<>();
    for (SpanData span = last; span != null; span = spans.get(span.getParentSpanId())) {
      path.addFirst(span);
    }
    return path;
  }

  private List<SpanData> named(String name) {
    return exporter.getFinishedSpanItems().stream()
        .filter(span -> span.getName().equals(name))
        .toList();
  }

  private static SpanData only(List<SpanData> spans) {
    assertEquals(1, spans.size(), spans::toString);
    return spans.get(0);
  }

  private static void post(Map<String, String> request) {
    given().contentType("application/json").body(request).post("/runs").then().statusCode(200);
  }

  /** Spans are kept in memory as soon as they end. */
  public static final class Exported implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("quarkus.otel.sdk.disabled", "false", "quarkus.otel.simple", "true");
    }
  }

  /** Takes the place of the exporter to a collector. */
  @Singleton
  static final class Exporter {

    @Produces
    @Singleton
    InMemorySpanExporter inMemory() {
      return InMemorySpanExporter.create();
    }
  }
}
