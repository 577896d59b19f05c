package org.mlanalytics.files.ingestfile.request;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How a file is written and packed, by the ending of its address. */
final class FormatByName {

  private static final Pattern ENDING =
      Pattern.compile("[^?#]*?\\.(csv|tsv|jsonl)?(?:\\.?(gz|zst))?(?:[?#].*)?");

  private FormatByName() {}

  /** A format of the request's schema, {@code csv} when the ending says nothing. */
  static String of(String uri) {
    Matcher matcher = ENDING.matcher(uri.toLowerCase(Locale.ROOT));
    if (!matcher.matches()) {
      return "csv";
    }
    String packed = matcher.group(2);
    return (matcher.group(1) == null ? "csv" : matcher.group(1))
        + (packed == null ? "" : packed.equals("gz") ? "+gzip" : "+zstd");
  }
}
