package org.mlanalytics.runtime.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.mlanalytics.runtime.pipeline.Area;
import org.mlanalytics.runtime.pipeline.PendingScope;
import org.mlanalytics.runtime.pipeline.Pipeline;
import org.mlanalytics.runtime.pipeline.Step;

/**
 * A pipeline as the HTTP entry shows it.
 *
 * @param id {@code <area>/<business date>}
 * @param area name of the area
 * @param businessDate civil day of the night
 * @param generation generation that is published or being worked on
 * @param expected number of scopes
 * @param done number of scopes that are extracted
 * @param pending scopes that are not extracted yet
 * @param failed scopes whose extraction failed
 * @param due whether the publications may run
 * @param publications the runs that are due once all scopes are extracted, the main one first
 * @param updatedAt last change
 * @param runs the runs of the pipeline; null in lists
 */
@RegisterForReflection(targets = {PipelineView.class, PendingScope.class, Step.class})
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PipelineView(
    String id,
    String area,
    LocalDate businessDate,
    long generation,
    int expected,
    int done,
    List<String> pending,
    List<String> failed,
    boolean due,
    List<Step> publications,
    Instant updatedAt,
    List<RunView> runs) {

  /** The view of a pipeline with its runs. */
  public static PipelineView of(Pipeline p, List<RunView> runs) {
    return new PipelineView(
        p.id(),
        p.area(),
        p.businessDate(),
        p.generation(),
        p.expected().size(),
        p.expected().size() - p.pending().size() - p.failed().size(),
        p.pending().stream().map(PendingScope::scope).toList(),
        p.failed(),
        p.isDue(),
        Area.named(p.area()).map(Area::publications).orElse(List.of()),
        p.updatedAt(),
        runs);
  }
}
