package org.mlanalytics.stream.applysupervisors;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Map;
import org.mlanalytics.publishing.SupervisorStatus;

/**
 * A supervisor, as shown over HTTP. What only Druid knows is left out while it has none.
 *
 * @param dataset name of the dataset
 * @param topic what it reads
 * @param state Druid's word, like {@code RUNNING} or {@code SUSPENDED}; {@code ABSENT} when Druid
 *     has none
 * @param lag records that Druid has not read, of all partitions together; left out before Druid has
 *     looked
 * @param upToDate whether it is the one that is wanted
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
record SupervisorView(
    String dataset,
    String topic,
    String state,
    String detailedState,
    Boolean healthy,
    Boolean suspended,
    Integer tasks,
    Long lag,
    Map<String, Long> lagByPartition,
    String lagAt,
    List<String> errors,
    boolean upToDate) {

  private static final String ABSENT = "ABSENT";

  static SupervisorView of(
      StreamSupervisors.Wanted wanted, SupervisorStatus status, boolean upToDate) {
    boolean looked = status.lagAt() != null;
    return new SupervisorView(
        wanted.dataset(),
        wanted.topic(),
        status.state(),
        status.detailedState(),
        status.healthy(),
        status.suspended(),
        status.tasks(),
        looked ? status.lag().values().stream().mapToLong(Long::longValue).sum() : null,
        looked ? status.lag() : null,
        status.lagAt(),
        status.errors(),
        upToDate);
  }

  static SupervisorView absent(StreamSupervisors.Wanted wanted) {
    return new SupervisorView(
        wanted.dataset(),
        wanted.topic(),
        ABSENT,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        false);
  }
}
