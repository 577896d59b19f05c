package org.mlanalytics.streaming;

import java.util.List;
import org.mlanalytics.core.submission.LookupCollection;

/** The fields of looked-up documents that rules read. */
final class LookupFields {

  private LookupFields() {}

  static List<String> of(LookupCollection collection) {
    return switch (collection) {
      case SOLUTIONS ->
          List.of("name", "description", "scoringSystem", "themes", "questionSequenceByEcm");
      case PROGRAMS -> List.of("name", "description");
      case CRITERIA_QUESTIONS -> List.of("externalId", "name", "description", "evidences");
      case OBSERVATIONS -> List.of("name");
    };
  }
}
