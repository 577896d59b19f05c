package org.mlanalytics.stream.redrive;

import java.util.Arrays;

/** Why a dead letter that was asked for is not sent. */
enum Skip {
  /** It was sent before. */
  ALREADY_REDRIVEN("already-redriven"),
  /** Its message was sent again {@code mla.redrive.max-count} times. */
  TOO_OFTEN("redriven-too-often"),
  /** Some rows of the answer are published: they would come twice. */
  PARTLY_PUBLISHED("partly-published"),
  /** The place of the answer did not fit into a header. */
  NAME_TOO_LONG("name-too-long"),
  /** Its value was left out, and the message is not in its topic any more. */
  ORIGINAL_GONE("original-gone"),
  /** Its headers do not say which function put it aside, or not that it came from this topic. */
  NO_ORIGIN("no-origin"),
  /** The topic does not take the message for its size. */
  TOO_LARGE("too-large");

  private final String code;

  Skip(String code) {
    this.code = code;
  }

  /** The one with a code that a dead letter itself gives. */
  static Skip of(String code) {
    return Arrays.stream(values())
        .filter(skip -> skip.code.equals(code))
        .findFirst()
        .orElse(PARTLY_PUBLISHED);
  }

  /** The stable code. */
  String code() {
    return code;
  }
}
