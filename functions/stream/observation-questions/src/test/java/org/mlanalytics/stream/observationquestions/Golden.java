package org.mlanalytics.stream.observationquestions;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** A message and its rows, as the rules' own tests have them. */
final class Golden {

  private Golden() {}

  static String text(String resource) {
    try (InputStream in =
        Golden.class.getResourceAsStream("/golden/observation-questions/" + resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }
}
