package org.mlanalytics.core.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextsTest {

  @ParameterizedTest
  @CsvSource({
    "'', '', '', ''",
    "a, a, '|a|', a",
    "'say \"a\"', say a, '|say a|', 'say \"a\"'",
    "'a\nb', ab, '|ab|', a b",
    "'a\rb', ab, '|ab|', a b",
    "'a\r\nb', ab, '|ab|', a b",
    "'a\n\rb', ab, '|ab|', a  b",
    "'a\n\nb', ab, '|ab|', a  b",
    "'\n', '', '||', ' '",
    "'\"', '', '||', '\"'",
    "'a\r', a, '|a|', 'a '"
  })
  void newlinesAndQuotes(String text, String clean, String quoted, String spaced) {
    assertEquals(clean, Texts.clean(text));
    assertEquals(quoted.replace('|', '\''), Texts.quoted(text));
    assertEquals(spaced, Texts.spaced(text));
  }

  @Test
  void nullStaysNull() {
    assertNull(Texts.clean(null));
    assertNull(Texts.quoted(null));
    assertNull(Texts.spaced(null));
  }

  @Property
  void cleanIsWhatARegularExpressionWouldRemove(@ForAll String text) {
    assertEquals(text.replaceAll("[\r\n\"]", ""), Texts.clean(text));
    assertEquals(text.replaceAll("\r\n|\r|\n", " "), Texts.spaced(text));
  }

  @Test
  void flags() {
    assertEquals("true", Texts.flag(true, "x"));
    assertEquals("false", Texts.flag(false, "x"));
    assertEquals("x", Texts.flag(null, "x"));
  }

  @Test
  void presence() {
    assertTrue(Texts.isPresent(" "));
    assertFalse(Texts.isPresent(""));
    assertFalse(Texts.isPresent(null));
    assertEquals("", Texts.orEmpty(null));
    assertEquals("a", Texts.orEmpty("a"));
  }
}
