package org.mlanalytics.runtime.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.mlanalytics.runtime.run.Attempt;
import org.mlanalytics.runtime.run.Counts;
import org.mlanalytics.runtime.run.DruidTask;
import org.mlanalytics.runtime.run.LandedObject;
import org.mlanalytics.runtime.run.Progress;
import org.mlanalytics.runtime.run.Run;
import org.mlanalytics.runtime.run.RunError;
import org.mlanalytics.runtime.run.TaskCourse;
import org.mlanalytics.runtime.run.Transition;

/** A run as the HTTP entry shows it; see {@link Run} for the fields. */
@RegisterForReflection(
    targets = {
      RunView.class,
      Attempt.class,
      Counts.class,
      DruidTask.class,
      TaskCourse.class,
      LandedObject.class,
      Progress.class,
      RunError.class,
      Transition.class
    })
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RunView(
    String id,
    String function,
    String dataset,
    String scope,
    LocalDate businessDate,
    String pipeline,
    long generation,
    String trigger,
    String requestedBy,
    String policy,
    int attempt,
    String state,
    List<Transition> history,
    String instance,
    long epoch,
    Counts counts,
    Progress progress,
    List<LandedObject> objects,
    DruidTask druid,
    RunError error,
    List<Attempt> attempts,
    String traceparent,
    Instant startedAt,
    Instant updatedAt) {

  /** The view of a run. */
  public static RunView of(Run run) {
    return new RunView(
        run.id(),
        run.identity().function(),
        run.identity().dataset(),
        run.identity().scope(),
        run.identity().businessDate(),
        run.pipeline(),
        run.generation(),
        run.trigger().name(),
        run.requestedBy(),
        run.policy().label(),
        run.attempt(),
        run.state().name(),
        run.history(),
        run.instance(),
        run.lease().epoch(),
        run.counts(),
        run.progress(),
        run.objects(),
        run.druid(),
        run.error(),
        run.attempts(),
        run.traceparent(),
        run.startedAt(),
        run.updatedAt());
  }
}
