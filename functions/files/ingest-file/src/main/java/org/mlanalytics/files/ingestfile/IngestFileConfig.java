package org.mlanalytics.files.ingestfile;

import io.quarkus.arc.Unremovable;
import io.smallrye.config.ConfigMapping;

/** How often a process of the function looks for runs that a crash has left behind. */
@Unremovable
@ConfigMapping(prefix = "mla.ingest-file")
public interface IngestFileConfig {

  /** Period like {@code 30s}, or {@code off} where {@code settle-publications} does it. */
  String every();
}
