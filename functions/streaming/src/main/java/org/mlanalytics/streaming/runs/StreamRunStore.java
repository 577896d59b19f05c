package org.mlanalytics.streaming.runs;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.mlanalytics.runtime.stream.BatchCounts;
import org.mlanalytics.runtime.stream.PartitionCounts;

/**
 * Hours of stream functions in the ledger. Each process has documents of its own, whose counts only
 * rise: to write one again, late or twice, changes nothing.
 */
final class StreamRunStore {

  private final MongoCollection<Document> hours;

  StreamRunStore(MongoCollection<Document> hours) {
    this.hours = hours;
  }

  /**
   * Writes what a process did in all since it began.
   *
   * @param process a name that no other process ever had
   */
  void write(String process, Map<StreamHour, PartitionCounts> done) {
    List<UpdateOneModel<Document>> updates = new ArrayList<>();
    done.forEach(
        (at, counts) ->
            updates.add(
                new UpdateOneModel<>(
                    Filters.eq("_id", id(at, process)),
                    update(at, counts),
                    new UpdateOptions().upsert(true))));
    if (!updates.isEmpty()) {
      hours.bulkWrite(updates);
    }
  }

  private static String id(StreamHour at, String process) {
    return String.join(
        "/",
        at.function(),
        at.topic(),
        Integer.toString(at.partition()),
        at.hour().toString(),
        process);
  }

  private static Bson update(StreamHour at, PartitionCounts done) {
    List<Bson> parts = new ArrayList<>();
    parts.add(Updates.setOnInsert("function", at.function()));
    parts.add(Updates.setOnInsert("topic", at.topic()));
    parts.add(Updates.setOnInsert("partition", at.partition()));
    parts.add(Updates.setOnInsert("hour", Date.from(at.hour())));
    parts.add(Updates.min("firstOffset", done.firstOffset()));
    parts.add(Updates.max("lastOffset", done.lastOffset()));
    parts.add(Updates.max("in", done.counts().in()));
    parts.add(Updates.max("out", done.counts().out()));
    done.counts().filtered().forEach((why, n) -> parts.add(Updates.max("filtered." + why, n)));
    done.counts()
        .deadLettered()
        .forEach((why, n) -> parts.add(Updates.max("deadLettered." + why, n)));
    return Updates.combine(parts);
  }

  /**
   * The hours from one instant to before another, newest first, of all processes together.
   *
   * @param function null for all
   */
  List<StreamRunView> list(String function, Instant from, Instant to) {
    List<Bson> filters =
        new ArrayList<>(
            List.of(Filters.gte("hour", Date.from(from)), Filters.lt("hour", Date.from(to))));
    if (function != null) {
      filters.add(Filters.eq("function", function));
    }
    Map<StreamHour, PartitionCounts> sums = new LinkedHashMap<>();
    for (Document hour :
        hours
            .find(Filters.and(filters))
            .sort(
                Sorts.orderBy(
                    Sorts.descending("hour"), Sorts.ascending("function", "topic", "partition")))) {
      sums.merge(hour(hour), counts(hour), PartitionCounts::plus);
    }
    return sums.entrySet().stream()
        .map(sum -> StreamRunView.of(sum.getKey(), sum.getValue()))
        .toList();
  }

  private static StreamHour hour(Document hour) {
    return new StreamHour(
        hour.getString("function"),
        hour.getString("topic"),
        hour.getInteger("partition"),
        hour.getDate("hour").toInstant());
  }

  private static PartitionCounts counts(Document hour) {
    return new PartitionCounts(
        hour.getLong("firstOffset"),
        hour.getLong("lastOffset"),
        new BatchCounts(
            hour.getLong("in"),
            hour.getLong("out"),
            reasons(hour, "filtered"),
            reasons(hour, "deadLettered")));
  }

  private static Map<String, Long> reasons(Document hour, String field) {
    Map<String, Long> reasons = new TreeMap<>();
    hour.get(field, new Document()).forEach((why, n) -> reasons.put(why, ((Number) n).longValue()));
    return reasons;
  }
}
