package org.mlanalytics.store.s3;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mlanalytics.files.fetching.FetchPolicy;
import org.mlanalytics.files.fetching.FetchRefusedException;
import org.mlanalytics.files.fetching.Fetched;
import org.mlanalytics.files.fetching.Fetcher;
import org.mlanalytics.files.fetching.RefusalReason;
import org.mlanalytics.files.fetching.S3Bucket;
import org.mlanalytics.local.LocalServers;
import org.mlanalytics.local.S3Node;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/** Files that somebody names by {@code s3}, from a server that checks the signature. */
@Tag("slow")
class FetchedObjectIT {

  private static final String BUCKET = "alarms";
  private static final int LIMIT = 1 << 20;

  private static LocalServers servers;
  private static S3Node node;
  private static S3Client s3;

  @BeforeAll
  static void start() throws IOException {
    Path directory =
        Files.createTempDirectory(
            Files.createDirectories(Path.of("target", "it").toAbsolutePath()), "fetched-");
    servers = LocalServers.builder().withS3().dataDir(directory).environment(Map.of()).start();
    node = servers.s3().orElseThrow();
    s3 = TestBucket.client(node);
    s3.createBucket(create -> create.bucket(BUCKET));
  }

  @AfterAll
  static void stop() {
    s3.close();
    servers.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"alarms.csv", "2024/März/a b+c (1)~'x'.csv", "100%25.csv"})
  void anObjectIsFetchedAsItIs(String key) throws Exception {
    byte[] object = new byte[LIMIT];
    new Random(1).nextBytes(object);
    put(key, object);
    ByteArrayOutputStream sink = new ByteArrayOutputStream();

    URI address = new URI("s3", BUCKET, "/" + key, null);
    Fetched fetched = Fetcher.ofTheMachine().fetch(address, policy(S3Node.SECRET_KEY), sink);

    assertArrayEquals(object, sink.toByteArray());
    assertEquals(LIMIT, fetched.bytes());
  }

  @Test
  void whatIsMissingTooLargeOrForbiddenIsRefused() {
    put("large.csv", new byte[LIMIT + 1]);
    put("small.csv", "a,b\n".getBytes(StandardCharsets.UTF_8));

    assertEquals(RefusalReason.NOT_FOUND, refusal("s3://alarms/missing.csv", S3Node.SECRET_KEY));
    assertEquals(RefusalReason.TOO_LARGE, refusal("s3://alarms/large.csv", S3Node.SECRET_KEY));
    assertEquals(RefusalReason.ACCESS_DENIED, refusal("s3://alarms/small.csv", "another"));
  }

  private static RefusalReason refusal(String address, String secret) {
    return assertThrows(
            FetchRefusedException.class,
            () ->
                Fetcher.ofTheMachine()
                    .fetch(URI.create(address), policy(secret), OutputStream.nullOutputStream()))
        .reason();
  }

  private static FetchPolicy policy(String secret) {
    URI endpoint = URI.create(node.address());
    return FetchPolicy.builder()
        .schemes(List.of("s3"))
        .ports(List.of(endpoint.getPort()))
        .permittedNetworks(List.of("127.0.0.1/32"))
        .buckets(Map.of(BUCKET, new S3Bucket(endpoint, "us-east-1", S3Node.ACCESS_KEY, secret)))
        .maxBytes(LIMIT)
        .build();
  }

  private static void put(String key, byte[] object) {
    s3.putObject(put -> put.bucket(BUCKET).key(key), RequestBody.fromBytes(object));
  }
}
