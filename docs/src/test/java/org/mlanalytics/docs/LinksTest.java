package org.mlanalytics.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every relative link of every page leads to a file, and to a heading where it names one. */
class LinksTest {

  @TestFactory
  Stream<DynamicTest> linksLeadSomewhere() {
    return Repository.files(".", ".md").stream()
        .map(page -> DynamicTest.dynamicTest(Repository.name(page), () -> check(page)));
  }

  private static void check(Path page) {
    List<String> broken =
        Markdown.of(page).links().stream()
            .filter(link -> !link.matches("[a-z]+:.*"))
            .filter(link -> !resolves(page, link))
            .toList();
    assertEquals(List.of(), broken, () -> "links of " + Repository.name(page));
  }

  private static boolean resolves(Path page, String link) {
    int hash = link.indexOf('#');
    String path = hash < 0 ? link : link.substring(0, hash);
    Path target = path.isEmpty() ? page : page.resolveSibling(path).normalize();
    if (!Files.exists(target)) {
      return false;
    }
    return hash < 0 || Markdown.of(target).anchors().contains(link.substring(hash + 1));
  }
}
