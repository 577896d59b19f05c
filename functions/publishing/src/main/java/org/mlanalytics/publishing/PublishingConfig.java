package org.mlanalytics.publishing;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** How datasets are published to Druid. */
@ConfigMapping(prefix = "mla.druid")
public interface PublishingConfig {

  /** User of Druid's basic security extension; none without it. */
  Optional<String> username();

  /** Password of the user. */
  Optional<String> password();

  /** Sub-tasks of one ingestion task that may run beside each other. */
  @WithDefault("1")
  int maxSubTasks();

  /**
   * A replacement that takes away more than this share of a dataset's rows, in percent, is refused.
   */
  @WithDefault("50")
  double maxShrinkPercent();

  /**
   * After its task has succeeded, a publication may take so long to show the right number of rows.
   */
  @WithDefault("5m")
  Duration visibleWithin();

  /** A task that Druid does not know for so long is sent again with the same id. */
  @WithDefault("5m")
  Duration resendAfter();

  /** How often a task is sent before the run fails. */
  @WithDefault("4")
  int maxSends();
}
