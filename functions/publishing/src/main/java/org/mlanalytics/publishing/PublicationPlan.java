package org.mlanalytics.publishing;

import java.util.List;
import org.mlanalytics.core.dataset.Dataset;
import org.mlanalytics.runtime.run.Counts;
import org.mlanalytics.runtime.run.LandedObject;

/**
 * What is to be published.
 *
 * @param dataset description of the dataset
 * @param interval interval that is replaced, ISO 8601
 * @param order place in the sequence of publications
 * @param objects objects with the rows; empty ones may be among them
 * @param counts sum of what the extractions did
 */
public record PublicationPlan(
    Dataset dataset, String interval, String order, List<LandedObject> objects, Counts counts) {

  /** The objects that have rows. */
  public List<LandedObject> filledObjects() {
    return objects.stream().filter(object -> object.rows() > 0).toList();
  }

  /** Rows of all objects. */
  public long rows() {
    return objects.stream().mapToLong(LandedObject::rows).sum();
  }
}
