package org.mlanalytics.batch.settlepublications;

import io.quarkus.arc.Unremovable;
import io.smallrye.config.ConfigMapping;

/** How often the sweeper sweeps. */
@Unremovable
@ConfigMapping(prefix = "mla.settle-publications")
public interface SettlePublicationsConfig {

  /** Period like {@code 30s}, or {@code off}. */
  String every();
}
