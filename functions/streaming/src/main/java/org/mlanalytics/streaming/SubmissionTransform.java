package org.mlanalytics.streaming;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.mlanalytics.core.submission.AnswerPath;
import org.mlanalytics.core.submission.LookupKeys;
import org.mlanalytics.core.submission.PutAside;
import org.mlanalytics.core.submission.StreamRow;
import org.mlanalytics.core.submission.SubmissionOutcome;

/** Turns messages of a topic into rows, dead letters and counts. */
final class SubmissionTransform {

  private final StreamRoute route;
  private final LookupSource source;

  SubmissionTransform(StreamRoute route, LookupSource source) {
    this.route = route;
    this.source = source;
  }

  /**
   * Reads messages, and looks up at once what they refer to.
   *
   * @throws com.mongodb.MongoException if the look-ups fail
   */
  SubmissionBatch prepare(Iterable<ConsumerRecord<byte[], byte[]>> records) {
    List<Message> messages = new ArrayList<>();
    records.forEach(record -> messages.add(Message.read(record, route)));
    List<LookupKeys> keys =
        messages.stream()
            .filter(Message::isReadable)
            .map(message -> route.rules().lookupKeys(message.submission()))
            .toList();
    return new SubmissionBatch(messages, source.load(LookupKeys.union(keys)));
  }

  /** Hands out what becomes of the messages, in their order. */
  void publish(SubmissionBatch batch, BatchOutput out) {
    for (Message message : batch.messages()) {
      out.read(message);
      SubmissionOutcome outcome;
      try {
        outcome = outcome(message, batch);
      } catch (RuntimeException fault) {
        out.deadLetter(message, DeadLetter.unexpected(message, fault));
        continue;
      }
      publish(message, outcome, out);
    }
  }

  /** Puts all messages aside, because the broker takes neither their rows nor themselves. */
  void refuse(SubmissionBatch batch, BatchOutput out) {
    for (Message message : batch.messages()) {
      out.read(message);
      out.deadLetter(message, DeadLetter.refused(message));
    }
  }

  private SubmissionOutcome outcome(Message message, SubmissionBatch batch) {
    return message.isReadable()
        ? route.rules().transform(message.submission(), batch.lookups())
        : message.decided();
  }

  private void publish(Message message, SubmissionOutcome outcome, BatchOutput out) {
    if (outcome instanceof SubmissionOutcome.Published published) {
      publish(message, wanted(message, published), out);
    } else if (outcome instanceof SubmissionOutcome.Filtered filtered) {
      out.filtered(message, filtered.reason());
    } else if (outcome instanceof SubmissionOutcome.Rejected rejected) {
      out.deadLetter(message, DeadLetter.of(message, rejected));
    }
  }

  private static SubmissionOutcome.Published wanted(
      Message message, SubmissionOutcome.Published published) {
    AnswerPath answer = message.redriveAnswer();
    return answer == null ? published : published.of(answer);
  }

  private void publish(Message message, SubmissionOutcome.Published published, BatchOutput out) {
    for (StreamRow row : published.rows()) {
      if (OutputRecords.size(row) > route.maxBytes()) {
        out.deadLetter(message, DeadLetter.tooLarge(message, row));
        return;
      }
    }
    published.rows().forEach(row -> out.row(message, published.submissionId(), row));
    for (PutAside answer : published.putAside()) {
      boolean partly = published.isPartlyPublished(answer);
      out.deadLetter(message, DeadLetter.of(message, answer, partly));
    }
  }
}
