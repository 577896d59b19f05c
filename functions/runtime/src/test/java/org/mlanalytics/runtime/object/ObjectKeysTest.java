package org.mlanalytics.runtime.object;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class ObjectKeysTest {

  @Property
  void segmentIsPlainAndLeadsBackToItsScope(@ForAll String scope) {
    // half a surrogate pair has no UTF-8 form and reaches no document
    String text = new String(scope.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);

    String segment = ObjectKeys.segment(text);

    assertTrue(segment.matches("[A-Za-z0-9_%-]+"), segment);
    assertEquals(
        text.isEmpty() ? "\u0000" : text, URLDecoder.decode(segment, StandardCharsets.UTF_8));
  }

  @Example
  void idsStayAsTheyAre() {
    assertEquals("64a000000000000000000001", ObjectKeys.segment("64a000000000000000000001"));
    assertEquals("Program_7-b", ObjectKeys.segment("Program_7-b"));
  }

  @Example
  void noSegmentLeadsElsewhere() {
    assertEquals("%2E%2E", ObjectKeys.segment(".."));
    assertEquals("a%2Fb%5Cc", ObjectKeys.segment("a/b\\c"));
  }
}
