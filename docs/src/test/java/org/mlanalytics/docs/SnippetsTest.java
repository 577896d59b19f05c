package org.mlanalytics.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every script stands on a page; whether it is true is tried by {@link SnippetsIT}. */
class SnippetsTest {

  @Test
  void everyScriptIsQuoted() {
    String pages =
        Repository.files("docs/operators", ".md").stream()
            .map(Repository::text)
            .collect(Collectors.joining());
    List<String> unquoted =
        Repository.files("docs/snippets", ".sh").stream()
            .map(file -> file.getFileName().toString())
            .filter(name -> !pages.contains("<!-- include: ../snippets/" + name + " -->"))
            .toList();
    assertEquals(List.of(), unquoted);
  }

  @Test
  void callsOfPagesAreScripts() {
    for (var page : Repository.files("docs/operators", ".md")) {
      String text = Repository.text(page);
      long blocks = text.lines().filter("```sh"::equals).count();
      long quotes = text.lines().filter(line -> line.startsWith("<!-- include: ")).count();
      assertEquals(quotes, blocks, () -> Repository.name(page) + " has a call that is no script");
    }
  }
}
