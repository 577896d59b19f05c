package org.mlanalytics.streaming;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import org.mlanalytics.core.submission.SubmissionSettings;
import org.mlanalytics.runtime.config.AnalyticsConfig;

/** Tells the rules of submissions what they need to know about the installation. */
@ApplicationScoped
class SettingsProducer {

  @Produces
  @Dependent
  SubmissionSettings settings(AnalyticsConfig config) {
    return new SubmissionSettings(
        config.rows().evidenceBaseUrl(), config.rows().parentChannel(), config.rows().appName());
  }
}
