package org.mlanalytics.local.killpoint;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a process dies.
 *
 * @param type name of the class
 * @param method name of the method
 * @param atEntry whether on entry, else on a normal return
 * @param count on which call, from 1
 */
record KillPoint(String type, String method, boolean atEntry, int count) {

  /** System property with the calls that are left; the instrumented method counts it down. */
  static final String COUNTDOWN = "killpoint.countdown";

  private static final Pattern SYNTAX =
      Pattern.compile("([\\w.$]+)#(\\w+)@(enter|exit)(?::(\\d+))?");

  /**
   * @throws IllegalArgumentException when the text is not {@code class#method@enter:n}
   */
  static KillPoint parse(String text) {
    Matcher matcher = SYNTAX.matcher(String.valueOf(text));
    if (!matcher.matches()) {
      throw new IllegalArgumentException("class#method@enter:n or @exit:n expected, not " + text);
    }
    int count = matcher.group(4) == null ? 1 : Integer.parseInt(matcher.group(4));
    return new KillPoint(
        matcher.group(1), matcher.group(2), matcher.group(3).equals("enter"), count);
  }
}
