package org.mlanalytics.store.s3;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.mlanalytics.local.LocalServers;
import org.mlanalytics.runtime.object.ObjectStore;
import org.mlanalytics.runtime.object.ObjectStoreContract;
import software.amazon.awssdk.services.s3.S3Client;

/** What every store promises, of a bucket on a real server. */
class S3ObjectStoreIT extends ObjectStoreContract {

  private static final int PART = 5 << 20;

  private static LocalServers servers;
  private static S3Client s3;
  private String bucket;

  @BeforeAll
  static void start() throws IOException {
    Path directory =
        Files.createTempDirectory(
            Files.createDirectories(Path.of("target", "it").toAbsolutePath()), "s3-");
    servers = LocalServers.builder().withS3().dataDir(directory).environment(Map.of()).start();
    s3 = TestBucket.client(servers.s3().orElseThrow());
  }

  @AfterAll
  static void stop() {
    s3.close();
    servers.close();
  }

  @Override
  protected ObjectStore emptyStore() {
    bucket = "b-" + UUID.randomUUID();
    s3.createBucket(create -> create.bucket(bucket));
    return new S3ObjectStore(s3, bucket, PART, keys -> S3ObjectStore.s3Input(bucket, keys));
  }

  @Override
  protected long storedPieces() {
    return s3.listObjectsV2(list -> list.bucket(bucket)).contents().size()
        + s3.listMultipartUploads(list -> list.bucket(bucket)).uploads().size();
  }
}
