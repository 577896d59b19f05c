package org.mlanalytics.docs;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the checks need to know of a page in Markdown. */
final class Markdown {

  private static final Pattern FENCED = Pattern.compile("(?ms)^```.*?^```\\s*?$");
  private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} +(.+?)\\s*$");
  private static final Pattern LINK = Pattern.compile("\\]\\(<?([^)>\\s]+)>?\\)");
  private static final Pattern CODE = Pattern.compile("`[^`\n]*`");

  private final String prose;

  private Markdown(String text) {
    this.prose = FENCED.matcher(text).replaceAll("");
  }

  static Markdown of(Path page) {
    return new Markdown(Repository.text(page));
  }

  /** The page without its fenced blocks. */
  String prose() {
    return prose;
  }

  /** Texts of all headings, in order. */
  List<String> headings() {
    return HEADING.matcher(prose).results().map(m -> m.group(1)).toList();
  }

  /** Targets of all links. */
  List<String> links() {
    String text = CODE.matcher(prose).replaceAll("");
    return LINK.matcher(text).results().map(m -> m.group(1)).toList();
  }

  /** What a link may point at, as GitHub names headings. */
  Set<String> anchors() {
    Set<String> anchors = new HashSet<>();
    Map<String, Integer> seen = new HashMap<>();
    for (String heading : headings()) {
      String slug =
          heading.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-');
      int times = seen.merge(slug, 1, Integer::sum);
      anchors.add(times == 1 ? slug : slug + "-" + (times - 1));
    }
    return anchors;
  }

  /** A text that may stand in a cell of a table. */
  static String cell(String text) {
    return text.replaceAll("\\s+", " ").replace("|", "\\|").strip();
  }

  /** Javadoc as Markdown: inline tags become code. */
  static String ofJavadoc(String javadoc) {
    Matcher tags = Pattern.compile("\\{@(?:code|link|literal) ([^}]*)}").matcher(javadoc);
    return cell(
        tags.replaceAll(m -> Matcher.quoteReplacement('`' + m.group(1).replace("#", "") + '`')));
  }
}
