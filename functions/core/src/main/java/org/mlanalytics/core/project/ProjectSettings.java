package org.mlanalytics.core.project;

import java.util.Objects;

/**
 * What the rules of projects need to know about the installation.
 *
 * @param evidenceBaseUrl put in front of the path of every evidence file, as it is: it ends with
 *     {@code /} if the paths do not begin with one
 * @param parentChannel the value of {@code parent_channel} in every row
 */
public record ProjectSettings(String evidenceBaseUrl, String parentChannel) {

  /** Both are mandatory. */
  public ProjectSettings {
    Objects.requireNonNull(evidenceBaseUrl, "evidenceBaseUrl");
    Objects.requireNonNull(parentChannel, "parentChannel");
  }
}
