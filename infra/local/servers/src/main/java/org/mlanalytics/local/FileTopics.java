package org.mlanalytics.local;

import java.util.Map;
import java.util.TreeMap;

/** The topics of requests for files, as they are named by default. */
public final class FileTopics {

  private static final int PARTITIONS = 2;

  private FileTopics() {}

  /**
   * Topics and their partitions.
   *
   * @param env name of the environment, the first part of each topic
   */
  public static Map<String, Integer> of(String env) {
    Map<String, Integer> topics = new TreeMap<>();
    for (String priority : new String[] {"high", "normal", "low"}) {
      topics.put(env + ".ml.files." + priority, PARTITIONS);
      topics.put(env + ".ml.files." + priority + ".dlq", 1);
    }
    return topics;
  }
}
