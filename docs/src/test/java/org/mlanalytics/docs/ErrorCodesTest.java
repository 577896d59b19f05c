package org.mlanalytics.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mlanalytics.runtime.error.ErrorCode;

/** The codes that people read about are those of the enumeration. */
class ErrorCodesTest {

  private static final Pattern CODE = Pattern.compile("MLA-\\d{4}");

  private static final String[] TEXTS = {
    ".md", ".java", ".properties", ".sh", ".yaml", ".yml", ".json", ".html", ".js", ".tf"
  };

  private final Set<String> known =
      Arrays.stream(ErrorCode.values()).map(ErrorCode::code).collect(Collectors.toSet());

  @Test
  void everyCodeIsOneOfOurs() {
    Set<String> unknown = new TreeSet<>();
    for (Path file : Repository.files(".", TEXTS)) {
      CODE.matcher(Repository.text(file))
          .results()
          .map(m -> m.group())
          .filter(code -> !known.contains(code))
          .forEach(code -> unknown.add(code + " in " + Repository.name(file)));
    }
    assertEquals(Set.of(), unknown);
  }

  @Test
  void everyCodeIsDocumented() {
    List<String> headings = Markdown.of(Repository.file("docs/operators/errors.md")).headings();
    assertEquals(Set.of(), without(known.stream(), headings::contains));
  }

  @Test
  void everyCodeIsUsed() {
    String sources =
        Repository.mainSources("functions").stream()
            .filter(file -> !file.endsWith("ErrorCode.java"))
            .map(Repository::text)
            .collect(Collectors.joining());
    Stream<String> names = Arrays.stream(ErrorCode.values()).map(Enum::name);
    assertEquals(Set.of(), without(names, name -> sources.contains("ErrorCode." + name)));
  }

  @Test
  void noTwoCodesAreTheSame() {
    assertEquals(ErrorCode.values().length, known.size());
  }

  private static Set<String> without(Stream<String> all, Predicate<String> excluded) {
    return all.filter(excluded.negate()).collect(Collectors.toCollection(TreeSet::new));
  }
}
