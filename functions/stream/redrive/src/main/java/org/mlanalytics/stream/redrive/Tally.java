package org.mlanalytics.stream.redrive;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts what becomes of dead letters. */
final class Tally {

  private static final int MOST_LISTED = 100;

  private final String topic;
  private final boolean dryRun;
  private final Map<String, Long> sentByReason = new TreeMap<>();
  private final Map<String, Long> skipped = new TreeMap<>();
  private final List<RedriveReply.View> letters = new ArrayList<>();
  private long sent;
  private long notSent;
  private boolean more;

  Tally(String topic, boolean dryRun) {
    this.topic = topic;
    this.dryRun = dryRun;
  }

  void sent(Letter letter) {
    sent++;
    sentByReason.merge(letter.reason(), 1L, Long::sum);
    if (dryRun) {
      list(letter, null);
    }
  }

  void skipped(Letter letter, Skip skip) {
    notSent++;
    skipped.merge(skip.code(), 1L, Long::sum);
    list(letter, skip);
  }

  private void list(Letter letter, Skip skip) {
    if (letters.size() < MOST_LISTED) {
      letters.add(RedriveReply.View.of(letter, skip));
    }
  }

  /** The limit left something to another call. */
  void leaveTheRest() {
    more = true;
  }

  long sent() {
    return sent;
  }

  RedriveReply reply() {
    return new RedriveReply(
        topic, dryRun, sent + notSent, sent, sentByReason, skipped, more, letters);
  }
}
