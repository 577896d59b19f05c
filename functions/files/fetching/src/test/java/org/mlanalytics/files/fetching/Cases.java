package org.mlanalytics.files.fetching;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Cases that are data: one a line, its parts between {@code " ; "}, a comment behind {@code #}. */
final class Cases {

  private Cases() {}

  static Stream<Arguments> of(String file) {
    try (InputStream in = Cases.class.getResourceAsStream("/hostile/" + file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> Arguments.of((Object[]) parts(line)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String[] parts(String line) {
    return Arrays.stream(line.split(" ; ")).map(Cases::unquoted).toArray(String[]::new);
  }

  private static String unquoted(String part) {
    String text = part.strip();
    return text.startsWith("\"") ? text.substring(1, text.length() - 1) : text;
  }
}
