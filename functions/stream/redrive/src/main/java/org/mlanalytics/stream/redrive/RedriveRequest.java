package org.mlanalytics.stream.redrive;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;

/**
 * Which dead letters are to be sent again. All fields but the topic are optional and narrow the
 * choice.
 *
 * @param topic the topic that the messages came from
 * @param function put aside by this function
 * @param reason the code, or what stands before its colon
 * @param from put aside at this instant or later
 * @param to put aside before this instant
 * @param partition partition of the dead letter topic
 * @param offset only the dead letter at this offset of the partition
 * @param limit most messages to be sent by this call
 * @param dryRun count and list, send nothing
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RedriveRequest(
    String topic,
    String function,
    String reason,
    Instant from,
    Instant to,
    Integer partition,
    Long offset,
    Integer limit,
    Boolean dryRun) {

  boolean asks(Letter letter) {
    return (function == null || function.equals(letter.function()))
        && (reason == null || letter.reason().equals(reason) || reason.equals(letter.kind()))
        && (from == null || !letter.at().isBefore(from))
        && (to == null || letter.at().isBefore(to))
        && (partition == null || partition == letter.source().partition())
        && (offset == null || offset == letter.source().offset());
  }

  boolean isDry() {
    return Boolean.TRUE.equals(dryRun);
  }
}
