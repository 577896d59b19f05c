package org.mlanalytics.runtime.event;

import java.net.URI;
import java.time.Instant;
import org.mlanalytics.runtime.run.Run;

/**
 * Something that happened to a run; a CloudEvent (1.0) on the wire.
 *
 * @param id deterministic: derived from the run and what happened, so that a repeated event is
 *     recognised
 * @param name what happened, like {@code program.gathered}
 * @param source function that sends it
 * @param time when it happened
 * @param traceparent W3C trace context, or null
 * @param data payload
 */
public record StepEvent(
    String id, String name, String source, Instant time, String traceparent, StepData data) {

  /** A run of {@code data.function} is wanted: sent by the sweeper and by asynchronous requests. */
  public static final String RUN_REQUESTED = "run.requested";

  /** A run of {@code data.function} has failed: for alerts; the run itself says why. */
  public static final String RUN_FAILED = "run.failed";

  private static final String PREFIX = "org.mlanalytics.";
  private static final String VERSION = ".v1";

  /**
   * Something that a run tells.
   *
   * @param what what happened to the run, unique among its events
   * @param scope scope that the event is about, or null
   * @param generation generation of the pipeline that the next steps serve
   * @param rows rows landed or published, or null
   */
  public static StepEvent of(
      Run run, String what, String name, String scope, long generation, Long rows, Instant time) {
    return new StepEvent(
        run.id() + "-a" + run.attempt() + "-" + what,
        name,
        run.identity().function(),
        time,
        run.traceparent(),
        new StepData(
            null,
            run.identity().dataset(),
            scope,
            run.identity().businessDate().toString(),
            run.pipeline(),
            generation,
            run.policy().label(),
            run.requestedBy(),
            run.id(),
            rows));
  }

  /** CloudEvents attribute {@code type}, like {@code org.mlanalytics.program.gathered.v1}. */
  public String type() {
    return typeOf(name);
  }

  /** CloudEvents attribute {@code source}. */
  public URI sourceUri() {
    return URI.create("/functions/" + source);
  }

  /** CloudEvents attribute {@code subject}: the scope, or the dataset where there is none. */
  public String subject() {
    return data.scope() != null ? data.scope() : data.dataset();
  }

  /** Key of the record: programs of one night spread over the partitions. */
  public String key() {
    return data.pipeline() + ":" + (data.scope() == null ? "" : data.scope());
  }

  /** The CloudEvents type of an event name. */
  public static String typeOf(String name) {
    return PREFIX + name + VERSION;
  }

  /**
   * The event name of a CloudEvents type.
   *
   * @return null when the type is not one of ours
   */
  public static String nameOf(String type) {
    if (type == null || !type.startsWith(PREFIX) || !type.endsWith(VERSION)) {
      return null;
    }
    return type.substring(PREFIX.length(), type.length() - VERSION.length());
  }
}
