package org.mlanalytics.publishing;

import java.util.regex.Pattern;

/** Druid repeats what it was told to read: what signs an address must not reach ledger and log. */
final class Signatures {

  private static final Pattern QUERY = Pattern.compile("(https?://[^\\s?\"'<>]+)\\?[^\\s\"'<>]*");

  private Signatures() {}

  /** A text whose web addresses have lost their queries; null for null. */
  static String removed(String text) {
    return text == null ? null : QUERY.matcher(text).replaceAll("$1?…");
  }
}
