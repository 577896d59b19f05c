package org.mlanalytics.store.presigned;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** The objects behind the presigned-upload service. */
@ConfigMapping(prefix = "mla.objects.presigned")
public interface PresignedConfig {

  /** Bucket, or container, that rows are landed in; it has to exist. */
  @WithDefault("ml-analytics")
  String bucket();

  /** Folder of the bucket that all objects lie below; the service refuses an empty one. */
  @WithDefault("ml-analytics")
  String folder();

  /** What the service is shown as {@code internal-access-token}. */
  Optional<String> token();

  /** How long an address can be used that a function has signed for itself. */
  @WithDefault("1h")
  Duration signedFor();

  /** How long an address can be read that Druid is given. */
  @WithDefault("12h")
  Duration druidReadsFor();

  /** How long the transfer of one object may take. */
  @WithDefault("10m")
  Duration transferTimeout();

  /** Directory for objects on their way: a signed upload has to know its length. */
  @WithDefault("${java.io.tmpdir}")
  Path spoolDirectory();
}
