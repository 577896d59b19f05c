package org.mlanalytics.suite;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mlanalytics.local.Await;
import org.mlanalytics.local.DruidSql;
import org.mlanalytics.local.LocalServers;
import org.mlanalytics.local.data.SampleDocuments;
import org.mlanalytics.local.quarkus.LocalServersResource;

/** The packaged suite, as a JVM program or natively compiled, on real servers. */
@Tag("slow")
@QuarkusIntegrationTest
@QuarkusTestResource(LocalServersResource.class)
class SampleNightIT {

  private static final String DATE = "2023-07-11";
  private static final Duration LIMIT = Duration.ofSeconds(90);

  LocalServers servers;

  @BeforeEach
  void load() throws IOException {
    try (MongoClient mongo = MongoClients.create(servers.mongoUri())) {
      SampleDocuments.bundled().loadInto(mongo.getDatabase("ml-survey"));
    }
  }

  @Test
  void aNightOfTheSamplesIsPublished() throws IOException {
    post(Map.of("function", "gather-programs", "businessDate", DATE)).then().statusCode(200);
    Await.until(
        "the publication",
        LIMIT,
        () -> {
          post(Map.of("function", "settle-publications"));
          return "SUCCEEDED".equals(publication().path("[0].state"));
        });

    assertEquals(
        publication().<Integer>path("[0].counts.written").longValue(),
        new DruidSql(servers.druidUrl()).number("SELECT COUNT(*) FROM \"sl-project\""));
    assertEquals(18, publication().<Integer>path("[0].counts.published"));
    assertDocumentedMetricsAreServed();
  }

  /** Those of streams are served from the first message on, and a night sends none. */
  private static void assertDocumentedMetricsAreServed() throws IOException {
    String served = given().get("/q/metrics").then().statusCode(200).extract().asString();
    List<String> names =
        Pattern.compile("(?m)^\\| `([a-z_]+)` \\|")
            .matcher(Files.readString(Path.of("../../docs/operators/metrics.md")))
            .results()
            .map(row -> row.group(1))
            .filter(name -> !name.startsWith("mla_stream_"))
            .toList();
    assertTrue(names.size() > 9, names::toString);
    for (String name : names) {
      assertTrue(served.contains("\n" + name), () -> name + " is not among " + served);
    }
    assertTrue(
        served.contains("mla_rejects_total{class=\"excluded\",code=\"no-program\"} 1.0"), served);
    assertTrue(served.contains("mla_rows_published_total{dataset=\"sl-project\"} 18.0"), served);
  }

  private static Response post(Map<String, String> request) {
    return given().contentType("application/json").body(request).post("/runs");
  }

  private static Response publication() {
    return given()
        .queryParam("function", "publish-projects")
        .queryParam("businessDate", DATE)
        .get("/runs");
  }
}
