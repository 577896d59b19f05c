package org.mlanalytics.batch.gatherprograms;

import io.smallrye.config.ConfigMapping;

/** When the night begins. */
@ConfigMapping(prefix = "mla.gather-programs")
public interface GatherProgramsConfig {

  /** Quartz cron expression in the business zone, or {@code off}. */
  String cron();
}
