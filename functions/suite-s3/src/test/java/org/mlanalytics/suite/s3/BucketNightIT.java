package org.mlanalytics.suite.s3;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mlanalytics.local.Await;
import org.mlanalytics.local.DruidHttp;
import org.mlanalytics.local.DruidSql;
import org.mlanalytics.local.LocalServers;
import org.mlanalytics.local.S3Node;
import org.mlanalytics.local.data.SampleDocuments;
import org.mlanalytics.local.quarkus.LocalServersResource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * A night whose rows are landed in a bucket, from which Druid reads them by presigned addresses.
 */
@QuarkusIntegrationTest
@TestProfile(BucketNightIT.ByAddress.class)
@QuarkusTestResource(
    value = LocalServersResource.class,
    initArgs = @ResourceArg(name = LocalServersResource.S3, value = "true"))
@Tag("slow")
@Tag("nightly")
class BucketNightIT {

  private static final String BUCKET = "ml-analytics";
  private static final String DATE = "2023-07-11";
  private static final Duration LIMIT = Duration.ofSeconds(90);

  LocalServers servers;

  @BeforeEach
  void load() throws IOException {
    try (MongoClient mongo = MongoClients.create(servers.mongoUri())) {
      SampleDocuments.bundled().loadInto(mongo.getDatabase("ml-survey"));
    }
    try (S3Client s3 = client()) {
      s3.createBucket(create -> create.bucket(BUCKET));
    }
  }

  @Test
  void aNightOfTheSamplesIsPublishedAndNoSignatureIsKept() throws IOException {
    post(Map.of("function", "gather-programs", "businessDate", DATE)).then().statusCode(200);
    Await.until(
        "the publication",
        LIMIT,
        () -> {
          post(Map.of("function", "settle-publications"));
          return "SUCCEEDED".equals(publication().path("[0].state"));
        });

    assertEquals(
        18, new DruidSql(servers.druidUrl()).number("SELECT COUNT(*) FROM \"sl-project\""));
    assertEquals(4, stored());
    String sent =
        new DruidHttp(servers.druidUrl())
            .get("/druid/indexer/v1/task/" + publication().path("[0].druid.taskId"))
            .toString();
    assertEquals(2, sent.split("X-Amz-Signature=", -1).length - 1, sent);
    assertFalse(ledger().contains("X-Amz"), "a signature is in the ledger");
  }

  private int stored() {
    try (S3Client s3 = client()) {
      return s3.listObjectsV2(list -> list.bucket(BUCKET).prefix("sl-project/")).contents().size();
    }
  }

  private String ledger() {
    StringBuilder all = new StringBuilder();
    try (MongoClient mongo = MongoClients.create(servers.mongoUri())) {
      for (String collection : mongo.getDatabase("ml-analytics").listCollectionNames()) {
        for (Document document :
            mongo.getDatabase("ml-analytics").getCollection(collection).find()) {
          all.append(document.toJson());
        }
      }
    }
    return all.toString();
  }

  private S3Client client() {
    return S3Client.builder()
        .endpointOverride(URI.create(servers.s3().orElseThrow().address()))
        .forcePathStyle(true)
        .region(Region.US_EAST_1)
        .httpClient(UrlConnectionHttpClient.create())
        .credentialsProvider(
            StaticCredentialsProvider.create(
                AwsBasicCredentials.create(S3Node.ACCESS_KEY, S3Node.SECRET_KEY)))
        .build();
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

  /** Druid without the S3 extension. */
  public static final class ByAddress implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("mla.objects.s3.druid-input", "http");
    }
  }
}
