package org.mlanalytics.bench.streams;

import org.mlanalytics.core.submission.StreamRow;
import org.mlanalytics.core.submission.SubmissionOutcome;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A thousand messages in memory, and the rules for them. */
@State(Scope.Thread)
public class TransformState {

  static final int SUBMISSIONS = 1000;

  /** The rows that they give. */
  static final int ROWS = 21_517;

  private byte[][] messages;
  private Transform transform;

  /** Generates the messages, and checks how many rows they give. */
  @Setup(Level.Trial)
  public void generate() {
    messages = Input.messages(SUBMISSIONS).map(Input::bytes).toArray(byte[][]::new);
    transform = new Transform(Input.collections());
    long rows = 0;
    for (byte[] message : messages) {
      rows +=
          transform.of(message) instanceof SubmissionOutcome.Published published
              ? published.rows().size()
              : 0;
    }
    if (rows != ROWS) {
      throw new IllegalStateException("other messages than before: " + rows + " rows");
    }
  }

  /** Transforms all of them; the length of all rows. */
  long transform() {
    long bytes = 0;
    for (byte[] message : messages) {
      if (transform.of(message) instanceof SubmissionOutcome.Published published) {
        for (StreamRow row : published.rows()) {
          bytes += row.value().length;
        }
      }
    }
    return bytes;
  }

  /** The length of all messages. */
  long read() {
    long bytes = 0;
    for (byte[] message : messages) {
      bytes += message.length;
    }
    return bytes;
  }
}
