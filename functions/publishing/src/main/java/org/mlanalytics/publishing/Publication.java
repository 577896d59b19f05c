package org.mlanalytics.publishing;

import java.time.LocalDate;
import java.util.List;
import org.mlanalytics.runtime.run.LandedObject;

/**
 * The publication document of a dataset and interval, as a snapshot.
 *
 * @param active who publishes now, or null
 * @param last what was published last, or null
 * @param restores how often a last good publication had to be submitted again
 */
public record Publication(Holder active, Published last, long restores) {

  /** A place after every date and generation, for what is not bound to one. */
  public static final String AFTER_ALL = "~";

  /**
   * Who publishes.
   *
   * @param run id of the run
   * @param key key of the run's identity
   * @param attempt attempt of the run
   * @param taskId Druid task that writes the interval
   */
  public record Holder(String run, String key, int attempt, String taskId) {}

  /**
   * What is published.
   *
   * @param order place in the sequence of publications, which only rises
   * @param businessDate date of the rows
   * @param generation generation of the pipeline
   * @param taskId task that published it
   * @param rows rows
   * @param objects objects that the rows came from
   */
  public record Published(
      String order,
      LocalDate businessDate,
      long generation,
      String taskId,
      long rows,
      List<LandedObject> objects) {}

  /** Place of a date and generation in the sequence of publications; compares as text. */
  public static String order(LocalDate businessDate, long generation) {
    return "%s#%012d".formatted(businessDate, generation);
  }
}
