package org.mlanalytics.stream.redrive;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.mlanalytics.streaming.StreamHeaders;

/** Goes through the dead letters of a topic once. */
final class RedriveRun {

  private final RedriveClients clients;
  private final RedriveConfig config;
  private final RedriveRequest request;
  private final int limit;
  private final Tally tally;

  RedriveRun(RedriveClients clients, RedriveConfig config, RedriveRequest request) {
    this.clients = clients;
    this.config = config;
    this.request = request;
    this.limit =
        request.limit() == null
            ? config.maxLetters()
            : Math.min(request.limit(), config.maxLetters());
    this.tally = new Tally(request.topic(), request.isDry());
  }

  RedriveReply run() {
    if (request.isDry()) {
      each(null);
    } else {
      try (Sender sender = new Sender(clients.producer(request.topic()), tally)) {
        each(sender);
      }
    }
    return tally.reply();
  }

  /** The reader is made after the sender: what another redrive has committed is seen by then. */
  private void each(Sender sender) {
    try (TopicReader letters =
            new TopicReader(clients, request.topic() + StreamHeaders.DEAD_LETTERS);
        Originals originals = new Originals(clients, request.topic())) {
      for (TopicPartition partition : letters.partitions()) {
        if (request.partition() == null || request.partition() == partition.partition()) {
          Set<Long> redriven = redriven(letters, partition);
          letters.read(
              partition, request.offset(), batch -> handle(batch, redriven, originals, sender));
        }
      }
    }
  }

  private Set<Long> redriven(TopicReader letters, TopicPartition partition) {
    Set<Long> redriven = new HashSet<>();
    letters.read(
        partition,
        request.offset(),
        batch -> {
          for (ConsumerRecord<byte[], byte[]> record : batch) {
            Long offset = new Letter(record).marks();
            if (offset != null) {
              redriven.add(offset);
            }
          }
          return true;
        });
    return redriven;
  }

  /** Answers whether more may be handled. */
  private boolean handle(
      List<ConsumerRecord<byte[], byte[]>> records,
      Set<Long> redriven,
      Originals originals,
      Sender sender) {
    List<Resend> batch = new ArrayList<>();
    boolean more = true;
    for (ConsumerRecord<byte[], byte[]> record : records) {
      Letter letter = new Letter(record);
      if (letter.marks() != null || !request.asks(letter)) {
        continue;
      }
      Skip skip = skip(letter, redriven);
      ConsumerRecord<byte[], byte[]> original = skip == null ? originals.of(letter) : null;
      if (skip != null || original == null) {
        tally.skipped(letter, skip == null ? Skip.ORIGINAL_GONE : skip);
      } else if (tally.sent() + batch.size() >= limit) {
        tally.leaveTheRest();
        more = false;
        break;
      } else if (sender == null) {
        tally.sent(letter);
      } else {
        batch.add(Resend.of(letter, original, sender.partitions(request.topic())));
      }
    }
    if (sender != null) {
      sender.send(batch);
    }
    return more && !isOnlyOne();
  }

  private boolean isOnlyOne() {
    return request.offset() != null;
  }

  private Skip skip(Letter letter, Set<Long> redriven) {
    if (redriven.contains(letter.source().offset())) {
      return Skip.ALREADY_REDRIVEN;
    }
    if (!letter.isWhole() || !letter.topic().equals(request.topic())) {
      return Skip.NO_ORIGIN;
    }
    if (letter.finality() != null) {
      return Skip.of(letter.finality());
    }
    return letter.count() >= config.maxCount() ? Skip.TOO_OFTEN : null;
  }
}
