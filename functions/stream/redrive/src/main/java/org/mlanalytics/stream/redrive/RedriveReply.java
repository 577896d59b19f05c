package org.mlanalytics.stream.redrive;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What a redrive did, or would do.
 *
 * @param topic where the messages go
 * @param dryRun whether nothing was sent
 * @param matched dead letters that were asked for and looked at
 * @param sent messages sent, or that would be sent
 * @param sentByReason the same by the code of their dead letters
 * @param skipped dead letters that were asked for and are not sent, by code
 * @param more whether the limit left some to another call
 * @param letters the first hundred: in a dry run of all that were asked for, else of those skipped
 */
@RegisterForReflection
public record RedriveReply(
    String topic,
    boolean dryRun,
    long matched,
    long sent,
    Map<String, Long> sentByReason,
    Map<String, Long> skipped,
    boolean more,
    List<View> letters) {

  /**
   * A dead letter.
   *
   * @param partition partition of the dead letter topic
   * @param offset its offset there
   * @param reason its code
   * @param function who put it aside
   * @param question the question of a single answer, else null
   * @param at when it was put aside
   * @param redriveCount how often its message was sent again before
   * @param skipped why it is not sent, else null
   */
  @RegisterForReflection
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record View(
      int partition,
      long offset,
      String reason,
      String function,
      String question,
      Instant at,
      long redriveCount,
      String skipped) {

    static View of(Letter letter, Skip skip) {
      return new View(
          letter.source().partition(),
          letter.source().offset(),
          letter.reason(),
          letter.function(),
          letter.question(),
          letter.at(),
          letter.count(),
          skip == null ? null : skip.code());
    }
  }
}
