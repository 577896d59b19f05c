package org.mlanalytics.store.s3;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** Describes objects to a Druid that has no credentials of the bucket. */
final class PresignedInput {

  private final S3Presigner presigner;
  private final String bucket;
  private final Duration validFor;

  PresignedInput(S3Presigner presigner, String bucket, Duration validFor) {
    this.presigner = presigner;
    this.bucket = bucket;
    this.validFor = validFor;
  }

  /** An {@code http} input source with an address for each key, signed now. */
  Map<String, Object> of(List<String> keys) {
    return new TreeMap<>(Map.of("type", "http", "uris", keys.stream().map(this::signed).toList()));
  }

  private String signed(String key) {
    return presigner
        .presignGetObject(
            sign ->
                sign.signatureDuration(validFor)
                    .getObjectRequest(get -> get.bucket(bucket).key(key)))
        .url()
        .toString();
  }
}
