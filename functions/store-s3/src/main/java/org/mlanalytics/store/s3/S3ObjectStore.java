package org.mlanalytics.store.s3;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Function;
import org.mlanalytics.runtime.object.ObjectKeys;
import org.mlanalytics.runtime.object.ObjectOutput;
import org.mlanalytics.runtime.object.ObjectStore;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * A bucket as object store. Objects below one part are put at once, larger ones by parts as they
 * are written; a key that exists is refused by the server ({@code If-None-Match: *}), so that of
 * many writers one wins.
 */
public final class S3ObjectStore implements ObjectStore {

  private final S3Client s3;
  private final String bucket;
  private final int partBytes;
  private final Function<List<String>, Map<String, Object>> druidInput;

  /**
   * @param partBytes bytes held in memory before they are sent
   * @param druidInput describes existing keys to Druid
   */
  public S3ObjectStore(
      S3Client s3,
      String bucket,
      int partBytes,
      Function<List<String>, Map<String, Object>> druidInput) {
    this.s3 = s3;
    this.bucket = bucket;
    this.partBytes = partBytes;
    this.druidInput = druidInput;
  }

  /** What Druid with its S3 extension is told. */
  public static Map<String, Object> s3Input(String bucket, List<String> keys) {
    return new TreeMap<>(
        Map.of(
            "type",
            "s3",
            "objects",
            keys.stream()
                .map(key -> new TreeMap<>(Map.of("bucket", bucket, "path", key)))
                .toList()));
  }

  @Override
  public ObjectOutput create(String key) throws IOException {
    if (size(key).isPresent()) {
      throw new FileAlreadyExistsException(key);
    }
    return new S3ObjectOutput(s3, bucket, key, partBytes);
  }

  @Override
  public OptionalLong size(String key) throws IOException {
    ObjectKeys.requireInside(key);
    try {
      return OptionalLong.of(s3.headObject(head -> head.bucket(bucket).key(key)).contentLength());
    } catch (NoSuchKeyException missing) {
      return OptionalLong.empty();
    } catch (SdkException e) {
      throw fault(key, e);
    }
  }

  @Override
  public InputStream open(String key) throws IOException {
    ObjectKeys.requireInside(key);
    try {
      return s3.getObject(get -> get.bucket(bucket).key(key));
    } catch (NoSuchKeyException missing) {
      throw new NoSuchFileException(key);
    } catch (SdkException e) {
      throw fault(key, e);
    }
  }

  @Override
  public List<String> list(String folder) throws IOException {
    String prefix = folder.isEmpty() ? "" : folder + "/";
    try {
      return s3
          .listObjectsV2Paginator(list -> list.bucket(bucket).prefix(prefix))
          .contents()
          .stream()
          .map(S3Object::key)
          .sorted()
          .toList();
    } catch (SdkException e) {
      throw fault(folder, e);
    }
  }

  @Override
  public void delete(String key) throws IOException {
    ObjectKeys.requireInside(key);
    try {
      s3.deleteObject(delete -> delete.bucket(bucket).key(key));
    } catch (SdkException e) {
      throw fault(key, e);
    }
  }

  @Override
  public Map<String, Object> druidInputSource(List<String> keys) {
    keys.forEach(ObjectKeys::requireInside);
    return druidInput.apply(keys);
  }

  /** The server's words without the request: an address may hold a signature. */
  static IOException fault(String key, SdkException e) {
    String words =
        e instanceof S3Exception answer && answer.awsErrorDetails() != null
            ? "HTTP " + answer.statusCode() + " " + answer.awsErrorDetails().errorCode()
            : e.getClass().getSimpleName();
    return new IOException(key + ": " + words, e);
  }
}
