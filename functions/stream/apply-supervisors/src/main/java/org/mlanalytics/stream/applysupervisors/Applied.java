package org.mlanalytics.stream.applysupervisors;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Optional;
import org.mlanalytics.publishing.SpecDifference;

/**
 * What became of a supervisor, or would become of it.
 *
 * @param topic what it reads
 * @param change which it is
 * @param differences where Druid's supervisor is not the one that is wanted; empty without a change
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record Applied(String topic, Change change, List<SpecDifference> differences) {

  /** Which it is. */
  @RegisterForReflection
  enum Change {
    CREATED,
    CHANGED,
    UNCHANGED
  }

  static Applied of(String topic, Optional<List<SpecDifference>> differences) {
    return differences
        .map(
            found -> new Applied(topic, found.isEmpty() ? Change.UNCHANGED : Change.CHANGED, found))
        .orElseGet(() -> new Applied(topic, Change.CREATED, List.of()));
  }
}
