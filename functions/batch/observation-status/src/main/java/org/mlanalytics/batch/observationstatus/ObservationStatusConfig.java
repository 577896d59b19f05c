package org.mlanalytics.batch.observationstatus;

import io.quarkus.arc.Unremovable;
import io.smallrye.config.ConfigMapping;

/** When the observations are loaded. */
@Unremovable
@ConfigMapping(prefix = "mla.observation-status")
public interface ObservationStatusConfig {

  /** When the night begins: a Quartz cron expression in the business zone, or off. */
  String cron();
}
