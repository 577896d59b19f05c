package org.mlanalytics.local.data;

import java.util.List;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.types.ObjectId;

/**
 * An answer, and what was chosen in it.
 *
 * @param chosen values of options, in the order of the options; none if there is no choice
 */
record GivenAnswer(ObjectId questionId, Document document, List<String> chosen) {

  /** The options of its rows: one row without any, or one for each. */
  Stream<String> options() {
    return chosen.isEmpty() ? Stream.of("") : chosen.stream();
  }
}
