package org.mlanalytics.stream.redrive;

import java.util.ArrayList;
import java.util.List;

/** Messages that are committed together: of one read, and never more bytes than memory bears. */
final class Batch {

  private static final int MOST_BYTES = 8 * 1024 * 1024;

  private final Sender sender;
  private final List<Resend> resends = new ArrayList<>();
  private long bytes;

  Batch(Sender sender) {
    this.sender = sender;
  }

  void add(Letter letter, Original original) {
    resends.add(Resend.of(letter, original, sender.partitions(letter.topic())));
    bytes += original.size();
    if (bytes >= MOST_BYTES) {
      send();
    }
  }

  /** How many are not sent yet. */
  int size() {
    return resends.size();
  }

  /** Sends what is left. */
  void send() {
    sender.send(resends);
    resends.clear();
    bytes = 0;
  }
}
