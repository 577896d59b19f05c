package org.mlanalytics.store.s3;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The bucket. Its endpoint, region and credentials are those of the Quarkus extension. */
@ConfigMapping(prefix = "mla.objects.s3")
public interface S3Config {

  /** Bucket that rows are landed in; it has to exist. */
  @WithDefault("ml-analytics")
  String bucket();

  /**
   * Bytes of an object that are held in memory before they are sent as one part; S3 takes no part
   * below 5 MiB, and 10,000 of them at most.
   */
  @WithDefault("8388608")
  int partBytes();

  /** Whether the bucket is the first part of the path instead of the host's name. */
  @WithDefault("true")
  boolean pathStyle();

  /** How Druid reads the objects. */
  @WithDefault("s3")
  DruidInput druidInput();

  /** How long an address that Druid is given with {@code http} can be read. */
  @WithDefault("12h")
  Duration presignedFor();

  /** Ways of Druid to read objects. */
  enum DruidInput {
    /**
     * By bucket and key, with credentials of its own and the extension {@code druid-s3-extensions}.
     */
    S3,
    /** By presigned addresses, signed anew for every submission. */
    HTTP
  }
}
