package org.mlanalytics.batch.expireobjects;

import io.quarkus.arc.Unremovable;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** When landed objects are removed. */
@Unremovable
@ConfigMapping(prefix = "mla.expire-objects")
public interface ExpireObjectsConfig {

  /** When the store is looked through: a Quartz cron expression in the business zone, or off. */
  String cron();

  /** Objects that are younger than this are kept, needed or not. */
  @WithDefault("35d")
  Duration after();
}
