package org.mlanalytics.core.snapshot;

/**
 * A landed criterion of an observation.
 *
 * @param id may be null, like the others
 * @param parentId id of the criterion of the solution that it was copied from
 */
public record Criterion(String id, String parentId, String name, String score) {

  /** Whether a theme that names this id means this criterion. */
  boolean isMeantBy(String criteriaId) {
    return criteriaId.equals(id) || criteriaId.equals(parentId);
  }
}
