package org.mlanalytics.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;

/** Compares a page with what it should be, or brings it up to date with {@code -Dupdate}. */
final class Drift {

  private static final boolean UPDATE = System.getProperty("update") != null;

  private Drift() {}

  static void check(Path page, String expected) {
    String actual = Files.exists(page) ? Repository.text(page) : "";
    if (UPDATE && !actual.equals(expected)) {
      Repository.write(page, expected);
      return;
    }
    assertEquals(
        expected, actual, () -> Repository.name(page) + " is out of date: run docs/update");
  }
}
