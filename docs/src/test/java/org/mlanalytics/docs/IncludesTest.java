package org.mlanalytics.docs;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * What a page quotes is what the quoted file holds. A quote is a comment {@code include: path} with
 * a fenced block below it; the path is relative to the page.
 */
class IncludesTest {

  private static final Pattern INCLUDE =
      Pattern.compile(
          "(<!-- include: (\\S+) -->\n```\\w*\n)(.*?)(?<=\n)```(?=\n|$)", Pattern.DOTALL);

  @TestFactory
  Stream<DynamicTest> quotesAreExact() {
    return Repository.files(".", ".md").stream()
        .filter(page -> Repository.text(page).contains("<!-- include: "))
        .map(page -> DynamicTest.dynamicTest(Repository.name(page), () -> check(page)));
  }

  private static void check(Path page) {
    Matcher quotes = INCLUDE.matcher(Repository.text(page));
    Drift.check(
        page,
        quotes.replaceAll(
            m -> Matcher.quoteReplacement(m.group(1) + quoted(page, m.group(2)) + "```")));
  }

  private static String quoted(Path page, String path) {
    Path file = page.resolveSibling(path).normalize();
    assertTrue(Files.exists(file), () -> Repository.name(page) + " quotes " + path);
    String text = Repository.text(file);
    // the head of a script, up to its first empty line, is of no use to a reader
    return path.endsWith(".sh") ? text.substring(text.indexOf("\n\n") + 2) : text;
  }
}
