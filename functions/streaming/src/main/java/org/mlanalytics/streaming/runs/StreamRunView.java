package org.mlanalytics.streaming.runs;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.Map;
import org.mlanalytics.runtime.stream.PartitionCounts;

/**
 * What all instances of a function did at a partition in an hour.
 *
 * @param hour first instant of the hour
 * @param in messages read
 * @param out rows published
 * @param filtered messages that are never published, by reason
 * @param deadLettered dead letters, by the kind of their reason
 * @param firstOffset of the first message
 * @param lastOffset of the last message
 */
@RegisterForReflection
public record StreamRunView(
    String function,
    String topic,
    int partition,
    Instant hour,
    long in,
    long out,
    Map<String, Long> filtered,
    Map<String, Long> deadLettered,
    long firstOffset,
    long lastOffset) {

  static StreamRunView of(StreamHour at, PartitionCounts done) {
    return new StreamRunView(
        at.function(),
        at.topic(),
        at.partition(),
        at.hour(),
        done.counts().in(),
        done.counts().out(),
        done.counts().filtered(),
        done.counts().deadLettered(),
        done.firstOffset(),
        done.lastOffset());
  }
}
