package org.mlanalytics.files.checking.reason;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReasonCodeTest {

  @Test
  void everyCodeIsOnTheOperatorsPage() throws Exception {
    List<String> page = Files.readAllLines(Path.of("../../../docs/operators/files.md"));
    List<String> table =
        page.stream()
            .filter(line -> line.matches("\\| `[a-z-]+` \\| the (file|row) \\|.*"))
            .toList();

    assertEquals(Stream.of(ReasonCode.values()).map(ReasonCodeTest::line).toList(), table);
  }

  @Test
  void codesAreLikeTheirNames() {
    for (ReasonCode code : ReasonCode.values()) {
      assertTrue(
          code.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(code.code()), code.code());
    }
  }

  private static String line(ReasonCode code) {
    return "| `%s` | the %s | %s |"
        .formatted(code.code(), code.refusesFile() ? "file" : "row", code.meaning());
  }
}
