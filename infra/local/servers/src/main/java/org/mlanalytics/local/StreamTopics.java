package org.mlanalytics.local;

import java.util.Map;
import java.util.TreeMap;

/** The topics of the stream functions, as they are named by default. */
public final class StreamTopics {

  private static final int PARTITIONS = 2;

  private StreamTopics() {}

  /**
   * Topics and their partitions.
   *
   * @param env name of the environment, the first part of each topic
   */
  public static Map<String, Integer> of(String env) {
    Map<String, Integer> topics = new TreeMap<>();
    for (String kind : new String[] {"observation", "survey"}) {
      String prefix = env + ".ml." + kind;
      topics.put(prefix + ".raw", PARTITIONS);
      topics.put(prefix + ".raw.dlq", 1);
      topics.put(prefix + ".druid", PARTITIONS);
      topics.put(prefix + ".evidence.druid", PARTITIONS);
    }
    return topics;
  }
}
