package org.mlanalytics.runtime.function;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.mlanalytics.runtime.error.AnalyticsException;
import org.mlanalytics.runtime.error.ErrorCode;
import org.mlanalytics.runtime.event.StepEvent;

/** The functions that this process holds. */
@ApplicationScoped
public class Functions {

  private final List<CloudFunction> functions;

  Functions(@All List<CloudFunction> functions) {
    this.functions = functions;
  }

  /** Names of all functions here, sorted. */
  public List<String> names() {
    return functions.stream().map(CloudFunction::name).sorted().toList();
  }

  /**
   * The function with a name.
   *
   * @throws AnalyticsException {@link ErrorCode#UNKNOWN_FUNCTION}
   */
  public CloudFunction named(String name) {
    return functions.stream()
        .filter(f -> f.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new AnalyticsException(
                    ErrorCode.UNKNOWN_FUNCTION, "this process holds " + names()));
  }

  /** The functions that an event starts. */
  public List<CloudFunction> startedBy(StepEvent event) {
    return functions.stream().filter(f -> isStartedBy(f, event)).toList();
  }

  private static boolean isStartedBy(CloudFunction function, StepEvent event) {
    return event.name().equals(StepEvent.RUN_REQUESTED)
        ? function.name().equals(event.data().function())
        : function.startedBy().contains(event.name());
  }
}
