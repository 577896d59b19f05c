package org.mlanalytics.local.night;

import java.util.Map;
import org.mlanalytics.local.Topics;

/** The topics of a night. */
final class NightTopics {

  static final String STEPS = "dev.ml.ingestion.steps";
  static final int PARTITIONS = 12;

  private NightTopics() {}

  static void create(String bootstrap) {
    Topics.create(bootstrap, Map.of(STEPS, PARTITIONS, STEPS + ".dlq", 1));
  }
}
