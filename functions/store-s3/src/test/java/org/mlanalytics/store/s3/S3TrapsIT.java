package org.mlanalytics.store.s3;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mlanalytics.local.LocalServers;
import org.mlanalytics.local.S3Node;
import org.mlanalytics.runtime.object.ObjectOutput;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** What is different about S3 and the servers that speak its API. */
@Tag("slow")
class S3TrapsIT {

  private static final int PART = 5 << 20;

  private static LocalServers servers;
  private static S3Node node;
  private final List<SdkRequest> requests = new CopyOnWriteArrayList<>();
  private S3Client s3;
  private String bucket;
  private S3ObjectStore store;

  @BeforeAll
  static void start() throws IOException {
    Path directory =
        Files.createTempDirectory(
            Files.createDirectories(Path.of("target", "it").toAbsolutePath()), "s3-");
    servers = LocalServers.builder().withS3().dataDir(directory).environment(Map.of()).start();
    node = servers.s3().orElseThrow();
  }

  @AfterAll
  static void stop() {
    servers.close();
  }

  @BeforeEach
  void open() {
    s3 = S3Producer.compatible(watched(TestBucket.builder(node)), true);
    bucket = "b-" + UUID.randomUUID();
    s3.createBucket(create -> create.bucket(bucket));
    store = store(s3);
  }

  @Test
  void theServerIsAskedToRefuseAKeyThatExists() throws IOException {
    put("small", 1);
    put("large", 2 * PART + 1);

    assertEquals(
        List.of("*", "*"),
        requests.stream()
            .map(S3TrapsIT::condition)
            .filter(condition -> !condition.isEmpty())
            .toList());
  }

  @Test
  void aLargeObjectThatAppearedMeanwhileIsNotOverwritten() throws IOException {
    try (ObjectOutput late = store.create("a")) {
      late.write(new byte[2 * PART]);
      put("a", 1);
      assertThrows(FileAlreadyExistsException.class, late::commit);
    }

    assertEquals(1, store.size("a").orElseThrow());
    assertEquals(0, uploads());
  }

  @Test
  void partsOfALargeObjectThatIsNotCommittedAreTakenBack() throws IOException {
    try (ObjectOutput out = store.create("a")) {
      out.write(new byte[2 * PART + 1]);
      assertEquals(1, uploads());
    }

    assertEquals(0, uploads());
    assertEquals(List.of(), store.list(""));
  }

  @Test
  void objectsOfOnePartAndOfItsMultiplesAreWhole() throws IOException {
    for (int size : new int[] {PART - 1, PART, PART + 1, 2 * PART}) {
      put("size-" + size, size);
      assertEquals(size, store.size("size-" + size).orElseThrow());
    }
  }

  @Test
  void aListOfManyPagesIsWhole() throws IOException {
    List<String> keys = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      keys.add("d/" + i);
      put("d/" + i, 1);
    }
    S3Client paged =
        S3Producer.compatible(
            TestBucket.builder(node)
                .overrideConfiguration(o -> o.addExecutionInterceptor(new PagesOfTwo())),
            true);

    assertEquals(keys, store(paged).list("d"));
  }

  @Test
  void aClientWithTheSdksChecksumsIsRefusedByTheServer() {
    S3Client defaults = TestBucket.builder(node).forcePathStyle(true).build();

    S3Exception refused =
        assertThrows(
            S3Exception.class,
            () ->
                defaults.putObject(
                    put -> put.bucket(bucket).key("a"), RequestBody.fromString("rows")));

    assertTrue(refused.getMessage().contains("x-amz-content-sha256"), refused.getMessage());
  }

  @Test
  void aWrongSecretIsToldWithoutIt() {
    S3Client stranger =
        S3Producer.compatible(
            TestBucket.builder(node)
                .credentialsProvider(
                    StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(S3Node.ACCESS_KEY, "guessed-secret"))),
            true);

    IOException fault = assertThrows(IOException.class, () -> store(stranger).list("d"));

    assertTrue(fault.getMessage().contains("403"), fault.getMessage());
    assertFalse(fault.getMessage().contains("guessed"), fault.getMessage());
  }

  @Test
  void aMissingBucketIsAFaultAndNotAMissingObject() {
    S3ObjectStore nowhere = new S3ObjectStore(s3, "no-such-bucket", PART, keys -> Map.of());

    assertThrows(IOException.class, () -> nowhere.list("d"));
    assertThrows(
        IOException.class,
        () -> {
          try (ObjectOutput out = nowhere.create("a")) {
            out.write(1);
            out.commit();
          }
        });
  }

  private S3ObjectStore store(S3Client client) {
    return new S3ObjectStore(client, bucket, PART, keys -> S3ObjectStore.s3Input(bucket, keys));
  }

  private void put(String key, int size) throws IOException {
    try (ObjectOutput out = store.create(key)) {
      out.write(new byte[size]);
      out.commit();
    }
  }

  private int uploads() {
    return s3.listMultipartUploads(list -> list.bucket(bucket)).uploads().size();
  }

  private S3ClientBuilder watched(S3ClientBuilder builder) {
    return builder.overrideConfiguration(
        o ->
            o.addExecutionInterceptor(
                new ExecutionInterceptor() {
                  @Override
                  public void beforeExecution(
                      Context.BeforeExecution context, ExecutionAttributes attributes) {
                    requests.add(context.request());
                  }
                }));
  }

  private static String condition(SdkRequest request) {
    if (request instanceof PutObjectRequest put) {
      return String.valueOf(put.ifNoneMatch());
    }
    return request instanceof CompleteMultipartUploadRequest complete
        ? String.valueOf(complete.ifNoneMatch())
        : "";
  }

  private static final class PagesOfTwo implements ExecutionInterceptor {
    @Override
    public SdkRequest modifyRequest(Context.ModifyRequest context, ExecutionAttributes attributes) {
      return context.request() instanceof ListObjectsV2Request list
          ? list.toBuilder().maxKeys(2).build()
          : context.request();
    }
  }
}
