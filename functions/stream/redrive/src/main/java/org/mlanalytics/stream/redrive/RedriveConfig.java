package org.mlanalytics.stream.redrive;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What an installation can set for the redrive of dead letters. */
@ConfigMapping(prefix = "mla.redrive")
public interface RedriveConfig {

  /**
   * First part of the names of the topics of requests for files, whose dead letters go back too:
   * {@code mla.files.queue.topic} of {@code ingest-file}.
   */
  @WithDefault("${mla.files.queue.topic:${mla.env:dev}.ml.files}")
  String filesTopic();

  /** A message that was sent again so often, and still is put aside, is not sent any more. */
  @WithDefault("3")
  int maxCount();

  /** Most messages that one call sends; a call that leaves some says so and is repeated. */
  @WithDefault("10000")
  int maxLetters();
}
