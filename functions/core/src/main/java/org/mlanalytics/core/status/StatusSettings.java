package org.mlanalytics.core.status;

import java.util.Objects;

/**
 * What the rules of submissions need to know about the installation.
 *
 * @param parentChannel the value of {@code parent_channel} in every row
 * @param appName the value of {@code app_name} of a submission that names no app
 */
public record StatusSettings(String parentChannel, String appName) {

  /** Both are mandatory. */
  public StatusSettings {
    Objects.requireNonNull(parentChannel, "parentChannel");
    Objects.requireNonNull(appName, "appName");
  }
}
