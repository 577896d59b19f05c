package org.mlanalytics.files.fetching;

import java.io.Closeable;
import java.io.IOException;

/** Closes what is given up: a failure of that changes nothing. */
final class Quietly {

  private Quietly() {}

  static void close(Closeable resource) {
    try {
      resource.close();
    } catch (IOException e) {
      // nothing was written to it that could be lost
    }
  }
}
