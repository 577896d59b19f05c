package org.mlanalytics.runtime.pipeline;

import static org.mlanalytics.runtime.run.RunIdentity.PUBLICATION;
import static org.mlanalytics.runtime.run.RunIdentity.WHOLE;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A family of datasets that is loaded together: what opens its pipeline, what is done for each
 * scope, and what is published once all scopes are done.
 *
 * @param name first part of the pipeline's id
 * @param opener run that opens the pipeline
 * @param extractor function that runs once for each scope, for the opener's dataset
 * @param publications runs that are due once all scopes are extracted
 */
public record Area(String name, Step opener, String extractor, List<Step> publications) {

  /** Improvement projects. */
  public static final Area PROJECTS =
      new Area(
          "projects",
          new Step("gather-programs", "sl-project", WHOLE),
          "extract-projects",
          List.of(
              new Step("publish-projects", "sl-project", WHOLE),
              new Step("project-status", "ml-project-status", WHOLE),
              new Step("project-program-status", "ml-project-programLevel-status", WHOLE)));

  /** Observation submissions. */
  public static final Area OBSERVATIONS =
      new Area(
          "observations",
          new Step("observation-status", "sl-observation-status", WHOLE),
          "observation-status",
          List.of(
              new Step("observation-status", "sl-observation-status", PUBLICATION),
              new Step("observation-snapshot", "ml-obs-status", WHOLE),
              new Step("observation-domain", "ml-obs-domain", WHOLE),
              new Step("observation-domain-criteria", "ml-obs-domain-criteria", WHOLE)));

  /** Survey submissions. */
  public static final Area SURVEYS =
      new Area(
          "surveys",
          new Step("survey-status", "ml-survey-status", WHOLE),
          "survey-status",
          List.of(
              new Step("survey-status", "ml-survey-status", PUBLICATION),
              new Step("survey-snapshot", "ml-surveydistinctCount-status", WHOLE)));

  private static final List<Area> ALL = List.of(PROJECTS, OBSERVATIONS, SURVEYS);

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

  /** The run that extracts a scope. */
  public Step extraction(String scope) {
    return new Step(extractor, opener.dataset(), scope);
  }

  /** The publication by a function. */
  public Step publication(String function) {
    return publications.stream()
        .filter(step -> step.function().equals(function))
        .findFirst()
        .orElseThrow();
  }
}
