package org.mlanalytics.core.submission;

import java.util.Optional;
import org.mlanalytics.core.source.Value;

/**
 * Documents that a submission refers to. What is asked for is known beforehand by {@link
 * SubmissionRules#lookupKeys}, so that a batch is looked up at once.
 */
public interface Lookups {

  /** No document at all. */
  Lookups NONE = (collection, id) -> Optional.empty();

  /**
   * The document of that {@code _id}.
   *
   * @param id as text: an ObjectId as hexadecimal digits
   * @return empty if there is none
   */
  Optional<Value> find(LookupCollection collection, String id);
}
