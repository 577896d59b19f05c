package org.mlanalytics.batch.gatherprograms;

import io.quarkus.arc.Unremovable;
import io.smallrye.config.ConfigMapping;

/** When the night begins. */
@Unremovable
@ConfigMapping(prefix = "mla.gather-programs")
public interface GatherProgramsConfig {

  /** Quartz cron expression in the business zone, or {@code off}. */
  String cron();
}
