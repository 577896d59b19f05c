package org.mlanalytics.files.checking.source;

/**
 * Halves of surrogate pairs, which an escape in JSON can spell: no text, and no encoder takes them.
 */
final class Surrogates {

  private Surrogates() {}

  static boolean anyAlone(char[] chars, int offset, int length) {
    for (int i = offset; i < offset + length; i++) {
      if (Character.isSurrogate(chars[i])) {
        boolean pair = i + 1 < offset + length && Character.isSurrogatePair(chars[i], chars[i + 1]);
        if (!pair) {
          return true;
        }
        i++;
      }
    }
    return false;
  }

  static boolean anyAlone(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        return anyAlone(text.toCharArray(), 0, text.length());
      }
    }
    return false;
  }
}
