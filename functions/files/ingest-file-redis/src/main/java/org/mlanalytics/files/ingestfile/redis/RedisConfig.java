package org.mlanalytics.files.ingestfile.redis;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/**
 * Requests from lists of Redis, in {@code ingest-file-redis} only. Their tenant is that of
 * mla.files.queue. The server is {@code quarkus.redis.hosts}, with {@code quarkus.redis.password}.
 */
@ConfigMapping(prefix = "mla.files.redis")
public interface RedisConfig {

  /**
   * First part of the names of the lists {@code :high}, {@code :normal}, {@code :low}, and of all
   * other keys.
   */
  @WithDefault("ml:files")
  String prefix();

  /**
   * A worker that has given no sign of life for so long is taken for dead: what it had goes back to
   * the lists. It gives three in this time.
   */
  @WithDefault("30s")
  Duration workerTimeout();

  /** Most dead letters; beyond it the oldest is removed. */
  @WithDefault("10000")
  int deadLetters();
}
