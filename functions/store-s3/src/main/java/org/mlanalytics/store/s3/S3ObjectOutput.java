package org.mlanalytics.store.s3;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.mlanalytics.runtime.object.ObjectOutput;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * An object on its way to S3: at most one part of it is in memory. What was sent of an object that
 * is closed without a commit is taken back.
 */
final class S3ObjectOutput extends ObjectOutput {

  private static final int SMALL = 1 << 16;
  private static final String TYPE = "application/octet-stream";
  private static final String UNLESS_IT_EXISTS = "*";
  private static final int CONFLICT = 409;
  private static final int PRECONDITION_FAILED = 412;

  private final S3Client s3;
  private final String bucket;
  private final String key;
  private final int partBytes;
  private final List<CompletedPart> parts = new ArrayList<>();
  private byte[] buffer;
  private int filled;
  private String upload;
  private boolean ended;

  S3ObjectOutput(S3Client s3, String bucket, String key, int partBytes) {
    this.s3 = s3;
    this.bucket = bucket;
    this.key = key;
    this.partBytes = partBytes;
    this.buffer = new byte[Math.min(SMALL, partBytes)];
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    if (ended) {
      throw new IOException(key + " is closed");
    }
    int from = offset;
    int left = length;
    while (left > 0) {
      int taken = Math.min(left, room(left));
      System.arraycopy(bytes, from, buffer, filled, taken);
      filled += taken;
      from += taken;
      left -= taken;
      if (filled == partBytes) {
        sendPart();
      }
    }
  }

  @Override
  public void commit() throws IOException {
    try {
      if (upload == null) {
        s3.putObject(put -> put.bucket(bucket).key(key).ifNoneMatch(UNLESS_IT_EXISTS), body());
      } else {
        if (filled > 0) {
          sendPart();
        }
        refuseIfItExists();
        s3.completeMultipartUpload(
            complete ->
                complete
                    .bucket(bucket)
                    .key(key)
                    .uploadId(upload)
                    .ifNoneMatch(UNLESS_IT_EXISTS)
                    .multipartUpload(all -> all.parts(parts)));
        upload = null;
      }
      ended = true;
    } catch (S3Exception e) {
      throw e.statusCode() == PRECONDITION_FAILED || e.statusCode() == CONFLICT
          ? new FileAlreadyExistsException(key)
          : S3ObjectStore.fault(key, e);
    } catch (SdkException e) {
      throw S3ObjectStore.fault(key, e);
    }
  }

  /** Not every server looks at the condition of a completed upload. */
  private void refuseIfItExists() throws FileAlreadyExistsException {
    try {
      s3.headObject(head -> head.bucket(bucket).key(key));
    } catch (NoSuchKeyException free) {
      return;
    }
    throw new FileAlreadyExistsException(key);
  }

  @Override
  public void close() throws IOException {
    ended = true;
    buffer = null;
    if (upload == null) {
      return;
    }
    try {
      s3.abortMultipartUpload(abort -> abort.bucket(bucket).key(key).uploadId(upload));
      upload = null;
    } catch (SdkException e) {
      throw S3ObjectStore.fault(key, e);
    }
  }

  /** Bytes that fit into the buffer, which grows up to a part. */
  private int room(int wanted) {
    if (filled == buffer.length) {
      long larger = Math.max(2L * buffer.length, (long) filled + wanted);
      buffer = Arrays.copyOf(buffer, (int) Math.min(partBytes, larger));
    }
    return buffer.length - filled;
  }

  private void sendPart() throws IOException {
    try {
      if (upload == null) {
        upload = s3.createMultipartUpload(create -> create.bucket(bucket).key(key)).uploadId();
      }
      int number = parts.size() + 1;
      String tag =
          s3.uploadPart(
                  part -> part.bucket(bucket).key(key).uploadId(upload).partNumber(number), body())
              .eTag();
      parts.add(CompletedPart.builder().partNumber(number).eTag(tag).build());
      filled = 0;
    } catch (SdkException e) {
      throw S3ObjectStore.fault(key, e);
    }
  }

  /** Read from the start at every try of the client. */
  private RequestBody body() {
    int length = filled;
    byte[] bytes = buffer;
    return RequestBody.fromContentProvider(
        () -> new ByteArrayInputStream(bytes, 0, length), length, TYPE);
  }
}
