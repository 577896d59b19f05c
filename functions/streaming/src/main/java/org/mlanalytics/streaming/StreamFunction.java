package org.mlanalytics.streaming;

import org.mlanalytics.core.submission.SubmissionRules;

/** A function that turns each message of a topic into rows of another. */
public interface StreamFunction {

  /** The function's name, as in its consumer group and in the source of its events. */
  String name();

  /** What a row is, in one word or several with hyphens; part of its event type. */
  String rowKind();

  /** The topic of its submissions. */
  String inputTopic();

  /** The topic of its rows. */
  String sinkTopic();

  /** How rows are made. */
  SubmissionRules rules();
}
