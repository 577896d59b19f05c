package org.mlanalytics.local.streams;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Texts and their bytes. */
final class Texts {

  private Texts() {}

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static String of(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  static String resource(String name) throws IOException {
    try (InputStream in = Texts.class.getResourceAsStream(name)) {
      return of(in.readAllBytes());
    }
  }
}
