package org.mlanalytics.streaming;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/** Headers of dead letters, and of messages that are sent again. Values are text in UTF-8. */
public final class StreamHeaders {

  /** Behind the name of a topic: that of its dead letters. */
  public static final String DEAD_LETTERS = ".dlq";

  /** Why: a code, for some of them with a colon and a path behind it. */
  public static final String REASON = "dead-letter-reason";

  /** Types and positions, never a value of the message. */
  public static final String CAUSE = "dead-letter-cause";

  /** Topic of the message. */
  public static final String TOPIC = "dead-letter-topic";

  /** Partition of the message. */
  public static final String PARTITION = "dead-letter-partition";

  /** Offset of the message. */
  public static final String OFFSET = "dead-letter-offset";

  /** The function that put the message aside. */
  public static final String FUNCTION = "dead-letter-function";

  /** The question, if a single answer is put aside. */
  public static final String QUESTION = "dead-letter-question";

  /**
   * Where the answer is in the message, if a single answer is put aside: an {@link
   * org.mlanalytics.core.submission.AnswerPath}.
   */
  public static final String ANSWER = "dead-letter-answer";

  /** In place of a value that is too large: the object that holds it. */
  public static final String OBJECT = "dead-letter-object";

  /** The object that holds the first row that is too large. */
  public static final String ROW_OBJECT = "dead-letter-row-object";

  /** Why the dead letter is never sent again; most have no such header. */
  public static final String FINAL = "dead-letter-final";

  /** In a dead letter topic: the offset of a dead letter of the same partition that was sent. */
  public static final String REDRIVEN = "dead-letter-redriven";

  /** How often a message was sent again. */
  public static final String REDRIVE_COUNT = "redrive-count";

  /** The only function that may take a message which is sent again. */
  public static final String REDRIVE_FUNCTION = "redrive-function";

  /** The only answer whose rows are wanted of a message that is sent again. */
  public static final String REDRIVE_ANSWER = "redrive-answer";

  private StreamHeaders() {}

  /** A header's text, null without one. */
  public static String text(Headers headers, String name) {
    Header header = headers.lastHeader(name);
    return header == null || header.value() == null
        ? null
        : new String(header.value(), StandardCharsets.UTF_8);
  }

  /** Adds a header. */
  public static void add(Headers headers, String name, String text) {
    headers.add(name, text.getBytes(StandardCharsets.UTF_8));
  }
}
