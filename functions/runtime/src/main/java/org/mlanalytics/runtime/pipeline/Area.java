package org.mlanalytics.runtime.pipeline;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A family of datasets that is loaded together: what opens its pipeline, what is done for each
 * scope, and what is published once all scopes are done.
 *
 * @param name first part of the pipeline's id
 * @param opener function that opens the pipeline
 * @param extractor function that runs once for each scope
 * @param publications functions that run once all scopes are extracted
 */
public record Area(String name, String opener, String extractor, List<String> publications) {

  /** Improvement projects. */
  public static final Area PROJECTS =
      new Area("projects", "gather-programs", "extract-projects", List.of("publish-projects"));

  private static final List<Area> ALL = List.of(PROJECTS);

  /** Every area. */
  public static List<Area> all() {
    return ALL;
  }

  /** The area with a name. */
  public static Optional<Area> named(String name) {
    return ALL.stream().filter(a -> a.name().equals(name)).findFirst();
  }

  /** Id of the area's pipeline of a business date. */
  public String pipelineId(LocalDate businessDate) {
    return name + "/" + businessDate;
  }
}
