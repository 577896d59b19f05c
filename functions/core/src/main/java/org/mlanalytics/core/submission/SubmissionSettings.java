package org.mlanalytics.core.submission;

import java.util.Objects;

/**
 * What the rules of submissions need to know about the installation.
 *
 * @param evidenceBaseUrl put in front of the path of every evidence file, as it is: it ends with
 *     {@code /} if the paths do not begin with one
 * @param parentChannel the value of {@code parent_channel} in every row
 * @param defaultAppName the value of {@code appName} if a submission names no app, as it is
 */
public record SubmissionSettings(
    String evidenceBaseUrl, String parentChannel, String defaultAppName) {

  /** All are mandatory. */
  public SubmissionSettings {
    Objects.requireNonNull(evidenceBaseUrl, "evidenceBaseUrl");
    Objects.requireNonNull(parentChannel, "parentChannel");
    Objects.requireNonNull(defaultAppName, "defaultAppName");
  }
}
