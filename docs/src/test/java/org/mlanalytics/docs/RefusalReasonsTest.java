package org.mlanalytics.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page of refused files lists the reasons of the enumeration, in its order. */
class RefusalReasonsTest {

  private static final Path ENUMERATION =
      Repository.file(
          "functions/files/fetching/src/main/java/org/mlanalytics/files/fetching/RefusalReason.java");
  private static final Path PAGE = Repository.file("docs/operators/fetching.md");

  private static final Pattern CONSTANT =
      Pattern.compile("(?m)^  ([A-Z_]+)\\(Group\\.([A-Z]+), (true|false)\\)");
  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| `([a-z-]+)` \\| ([a-z]+) \\| (again )?\\|");

  @Test
  void pageAndEnumerationAgree() {
    List<String> reasons =
        CONSTANT.matcher(Repository.text(ENUMERATION)).results().map(this::constant).toList();
    List<String> rows = ROW.matcher(Repository.text(PAGE)).results().map(this::row).toList();
    assertEquals(reasons, rows);
  }

  private String constant(MatchResult constant) {
    String code = constant.group(1).toLowerCase(Locale.ROOT).replace('_', '-');
    return code + " " + constant.group(2).toLowerCase(Locale.ROOT) + " " + constant.group(3);
  }

  private String row(MatchResult row) {
    return row.group(1) + " " + row.group(2) + " " + (row.group(3) != null);
  }
}
