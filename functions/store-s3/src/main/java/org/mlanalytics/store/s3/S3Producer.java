package org.mlanalytics.store.s3;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Singleton;
import org.mlanalytics.runtime.object.ObjectStore;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** Takes the place of the directory as object store in functions that hold this module. */
@ApplicationScoped
public class S3Producer {

  private final S3Config config;

  S3Producer(S3Config config) {
    this.config = config;
  }

  @Singleton
  ObjectStore objects(S3Client client, S3Presigner presigner) {
    return new S3ObjectStore(
        client,
        config.bucket(),
        config.partBytes(),
        switch (config.druidInput()) {
          case S3 -> keys -> S3ObjectStore.s3Input(config.bucket(), keys);
          case HTTP -> new PresignedInput(presigner, config.bucket(), config.presignedFor())::of;
        });
  }

  @Singleton
  S3Client client(S3ClientBuilder builder) {
    return compatible(builder, config.pathStyle());
  }

  /**
   * A client that sends no checksum that it is not asked for: servers beside AWS refuse the chunks
   * that hold them, or store their framing as data. What the extension says of it is replaced: the
   * client takes it from one place only.
   */
  static S3Client compatible(S3ClientBuilder client, boolean pathStyle) {
    return client
        .serviceConfiguration(s3 -> s3.pathStyleAccessEnabled(pathStyle))
        .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
        .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
        .build();
  }
}
