package org.mlanalytics.files.fetching;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mlanalytics.files.fetching.RefusalReason.ADDRESS_INVALID;
import static org.mlanalytics.files.fetching.RefusalReason.BUCKET_FORBIDDEN;
import static org.mlanalytics.files.fetching.RefusalReason.NETWORK_FORBIDDEN;
import static org.mlanalytics.files.fetching.RefusalReason.REDIRECT_INVALID;
import static org.mlanalytics.files.fetching.RefusalReason.SCHEME_FORBIDDEN;

import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class S3SourceTest {

  private static final String KEY = "AKIAIOSFODNN7EXAMPLE";
  private static final String SECRET = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";

  /** The example "GET Object" of Amazon's description of the signature. */
  @Test
  void signsLikeTheExampleOfAmazon() {
    Map<String, String> headers =
        S3Signature.sign(
            "/test.txt",
            Map.of("host", "examplebucket.s3.amazonaws.com", "range", "bytes=0-9"),
            new S3Bucket(URI.create("https://s3.amazonaws.com"), "us-east-1", KEY, SECRET),
            Instant.parse("2013-05-24T00:00:00Z"));
    assertEquals(
        "AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request,"
            + "SignedHeaders=host;range;x-amz-content-sha256;x-amz-date,"
            + "Signature=f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41",
        headers.get("authorization"));
  }

  @Test
  void asksTheEndpointForTheKey() throws IOException {
    try (var server = ScriptedServer.on(World.PERMITTED, Answers.file("file"))) {
      Refusals.fetch(World.fetcher(), "s3://alarms/a%20b/%C3%A9+(1).csv", policy(server).build());
      String request = server.requests().get(0);
      assertTrue(
          request.startsWith("GET /alarms/a%20b/%C3%A9%2B%281%29.csv HTTP/1.1\r\n"), request);
      assertTrue(request.contains("x-amz-date: 20130524T000000Z\r\n"), request);
      assertTrue(request.contains("authorization: AWS4-HMAC-SHA256 Credential=" + KEY), request);
    }
  }

  @Test
  void otherBucketsAndOddKeys() throws IOException {
    try (var server = ScriptedServer.on(World.PERMITTED, Answers.file("file"))) {
      FetchPolicy policy = policy(server).build();
      for (String address :
          List.of("s3://other/key", "s3://alarms.evil/key", "s3://user@alarms/key", "s3:///key")) {
        Refusals.of(address, policy, BUCKET_FORBIDDEN);
      }
      for (String address :
          List.of(
              "s3://alarms",
              "s3://alarms/",
              "s3://alarms/../other/key",
              "s3://alarms/a/%2e%2e/%2E%2E/other/key",
              "s3://alarms/key?versionId=1",
              "s3:alarms/key")) {
        Refusals.of(address, policy, ADDRESS_INVALID);
      }
      assertEquals(0, server.connections());
    }
  }

  @Test
  void theEndpointIsCheckedLikeAnyHost() throws IOException {
    try (var server = ScriptedServer.on(World.PERMITTED, Answers.file("file"))) {
      FetchPolicy.Builder policy = policy(server);
      Refusals.of(
          "s3://alarms/key", policy.permittedNetworks(List.of()).build(), NETWORK_FORBIDDEN);
      Refusals.of("s3://alarms/key", policy.schemes(List.of("http")).build(), SCHEME_FORBIDDEN);
      assertEquals(0, server.connections());
    }
  }

  @Test
  void noRedirect() throws IOException {
    try (var server = ScriptedServer.on(World.PERMITTED, Answers.redirect("/other"))) {
      Refusals.of("s3://alarms/key", policy(server).build(), REDIRECT_INVALID);
      assertEquals(1, server.connections());
    }
  }

  private static FetchPolicy.Builder policy(ScriptedServer server) {
    URI endpoint = URI.create("http://files.example.org:" + server.port() + "/");
    return World.policy(server)
        .schemes(List.of("s3"))
        .hosts(List.of())
        .buckets(Map.of("alarms", new S3Bucket(endpoint, "us-east-1", KEY, SECRET)));
  }
}
