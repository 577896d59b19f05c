package org.mlanalytics.runtime.function;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Map;
import org.mlanalytics.runtime.http.RunView;

/**
 * What an invocation led to.
 *
 * @param outcome which it was
 * @param run the run; null for a dry run, a sweep, and when there was nothing to do
 * @param details what would happen, for a dry run; what was done, for a sweep
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RunReply(Outcome outcome, RunView run, Map<String, Object> details) {

  /** Which it was. */
  @RegisterForReflection
  public enum Outcome {
    /** This call did the run, or did its part of it. */
    DONE,
    /** This call started the run; it goes on in the background. */
    STARTED,
    /** The run had ended before and is handed back. */
    HANDED_BACK,
    /** Another instance, or Druid, works on the run. */
    ACTIVE,
    /** There is nothing to do (yet). */
    NOTHING_TO_DO,
    /** Nothing was written. */
    DRY_RUN
  }
}
