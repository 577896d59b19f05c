package org.mlanalytics.core.submission;

/**
 * The way to an answer in its submission: the name under which it is stored; inside a matrix the
 * name of the matrix, the number of the instance, and the name or number in it. Joined by {@code
 * /}; in a part, {@code %} becomes {@code %25} and {@code /} becomes {@code %2F}.
 *
 * @param text like {@code q1} or {@code m1/2/q3}
 */
public record AnswerPath(String text) {

  static AnswerPath of(String name) {
    return new AnswerPath(part(name));
  }

  AnswerPath child(String name) {
    return new AnswerPath(text + '/' + part(name));
  }

  AnswerPath child(int number) {
    return new AnswerPath(text + '/' + number);
  }

  /** Whether the other one is the same, or leads to an answer inside of it. */
  public boolean covers(AnswerPath other) {
    return other.text.startsWith(text)
        && (other.text.length() == text.length() || other.text.charAt(text.length()) == '/');
  }

  private static String part(String name) {
    return name.replace("%", "%25").replace("/", "%2F");
  }
}
