package org.mlanalytics.stream.redrive;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.mlanalytics.streaming.PayloadStore;
import org.mlanalytics.streaming.StreamHeaders;

/** Goes through the dead letters of a topic once. */
final class RedriveRun {

  private final RedriveClients clients;
  private final PayloadStore payloads;
  private final RedriveConfig config;
  private final RedriveRequest request;
  private final String owner;
  private final int limit;
  private final Tally tally;

  /**
   * @param owner function that puts aside what does not say which one has; null if there are
   *     several
   */
  RedriveRun(
      RedriveClients clients,
      PayloadStore payloads,
      RedriveConfig config,
      RedriveRequest request,
      String owner) {
    this.clients = clients;
    this.payloads = payloads;
    this.config = config;
    this.request = request;
    this.owner = owner;
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
        Originals originals = new Originals(clients, payloads, request.topic())) {
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
            Long offset = new Letter(record, owner).marks();
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
    Batch batch = sender == null ? null : new Batch(sender);
    boolean more = true;
    for (ConsumerRecord<byte[], byte[]> record : records) {
      Letter letter = new Letter(record, owner);
      if (letter.marks() != null || !request.asks(letter)) {
        continue;
      }
      Skip skip = skip(letter, redriven);
      if (skip == null && isFull(batch)) {
        tally.leaveTheRest();
        more = false;
        break;
      }
      skip = skip == null ? take(letter, originals, batch) : skip;
      if (skip != null) {
        tally.skipped(letter, skip);
      }
    }
    if (batch != null) {
      batch.send();
    }
    return more && !isOnlyOne();
  }

  private boolean isFull(Batch batch) {
    return tally.sent() + (batch == null ? 0 : batch.size()) >= limit;
  }

  /** Sends a dead letter with the batch, or counts it in a dry run; else tells why not. */
  private Skip take(Letter letter, Originals originals, Batch batch) {
    if (batch == null) {
      if (!originals.has(letter)) {
        return Skip.ORIGINAL_GONE;
      }
      tally.sent(letter);
      return null;
    }
    Original original = originals.of(letter);
    if (original == null) {
      return Skip.ORIGINAL_GONE;
    }
    batch.add(letter, original);
    return null;
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
