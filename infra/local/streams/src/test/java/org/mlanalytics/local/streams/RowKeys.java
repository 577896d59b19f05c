package org.mlanalytics.local.streams;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.mlanalytics.local.data.ObservationMessage;

/** Record keys of rows by submission, in order. */
final class RowKeys {

  private RowKeys() {}

  /** Adds those that a message has to give; a submission without rows is left out. */
  static void add(ObservationMessage message, Map<String, List<String>> expected) {
    if (!message.rowKeys().isEmpty()) {
      expected.put(message.id(), message.rowKeys());
    }
  }

  /** Those that readers of the sink see; all rows of a submission have to be on one partition. */
  static Map<String, List<String>> published(SubmissionTopics topics)
      throws ExecutionException, InterruptedException {
    Map<String, List<String>> published = new TreeMap<>();
    Map<String, Integer> partitions = new TreeMap<>();
    topics.committed(
        SubmissionTopics.SINK,
        row -> {
          String key = Texts.of(row.key());
          String submission = key.substring(0, key.indexOf(':'));
          published.computeIfAbsent(submission, any -> new ArrayList<>()).add(key);
          Integer before = partitions.put(submission, row.partition());
          assertEquals(before == null ? row.partition() : before, row.partition(), key);
        });
    return published;
  }
}
