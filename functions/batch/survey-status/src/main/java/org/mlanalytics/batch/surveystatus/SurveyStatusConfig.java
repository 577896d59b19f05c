package org.mlanalytics.batch.surveystatus;

import io.quarkus.arc.Unremovable;
import io.smallrye.config.ConfigMapping;

/** When the surveys are loaded. */
@Unremovable
@ConfigMapping(prefix = "mla.survey-status")
public interface SurveyStatusConfig {

  /** When the night begins: a Quartz cron expression in the business zone, or off. */
  String cron();
}
