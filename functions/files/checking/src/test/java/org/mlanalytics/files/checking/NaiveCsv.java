package org.mlanalytics.files.checking;

import java.util.ArrayList;
import java.util.List;

/** A second reading of CSV, char by char, to compare with; it knows RFC 4180 and nothing else. */
final class NaiveCsv {

  private NaiveCsv() {}

  /** All rows but the empty lines. */
  static List<List<String>> rows(String file) {
    List<List<String>> rows = new ArrayList<>();
    List<String> row = new ArrayList<>();
    StringBuilder field = new StringBuilder();
    boolean quoted = false;
    boolean any = false;
    for (int i = 0; i < file.length(); i++) {
      char c = file.charAt(i);
      if (quoted) {
        if (c != '"') {
          field.append(c);
        } else if (i + 1 < file.length() && file.charAt(i + 1) == '"') {
          field.append('"');
          i++;
        } else {
          quoted = false;
        }
      } else if (c == '"' && field.isEmpty()) {
        quoted = true;
        any = true;
      } else if (c == ',') {
        row.add(take(field));
        any = true;
      } else if (c == '\n' || c == '\r') {
        if (any) {
          row.add(take(field));
          rows.add(row);
        }
        row = new ArrayList<>();
        any = false;
        i += c == '\r' && i + 1 < file.length() && file.charAt(i + 1) == '\n' ? 1 : 0;
      } else {
        field.append(c);
        any = true;
      }
    }
    if (any) {
      row.add(take(field));
      rows.add(row);
    }
    return rows;
  }

  private static String take(StringBuilder field) {
    String text = field.toString();
    field.setLength(0);
    return text;
  }
}
