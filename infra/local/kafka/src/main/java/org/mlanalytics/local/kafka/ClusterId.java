package org.mlanalytics.local.kafka;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.kafka.common.Uuid;

/**
 * The id of the cluster, kept beside its data: storage that was formatted under another id is
 * refused.
 */
final class ClusterId {

  private static final String FILE = "cluster.id";

  private ClusterId() {}

  static String of(Path dir) throws IOException {
    Path file = dir.resolve(FILE);
    if (Files.notExists(file)) {
      Files.writeString(file, Uuid.randomUuid().toString());
    }
    return Files.readString(file).strip();
  }
}
