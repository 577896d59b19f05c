package org.mlanalytics.files.checking.report;

import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.mlanalytics.files.checking.RejectedRow;
import org.mlanalytics.files.checking.reason.Reason;
import org.mlanalytics.files.checking.reason.ReasonCode;
import org.mlanalytics.files.checking.row.Instants;

/**
 * Writes quality reports as one page that needs nothing else and runs nothing. Names and values
 * come from a file that nobody vouches for: every text goes through {@link Html}, and the page
 * forbids itself scripts and whatever lies elsewhere.
 */
public final class ReportHtml {

  private static final int MAX_COLUMNS = 500;

  private static final String STYLE =
      """
      :root{color-scheme:light dark}
      body{font:15px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:72rem;padding:0 1rem}
      h1{font-size:1.5rem;overflow-wrap:anywhere}h2{font-size:1.15rem;margin-top:2rem}
      .verdict{border-left:.4rem solid;padding:.4rem .8rem;overflow-wrap:anywhere}
      .good{border-color:#1a7f37}.bad{border-color:#c4314b}
      .scroll{overflow-x:auto}
      table{border-collapse:collapse;width:100%}
      th,td{padding:.3rem .6rem;text-align:left;vertical-align:top;border-bottom:1px solid #8884}
      th{font-weight:600;white-space:nowrap}td{max-width:22rem;overflow-wrap:anywhere}
      .n{text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums}
      .t{white-space:nowrap}
      .v{font-family:ui-monospace,monospace;font-size:.9em}td.v{min-width:12rem}
      .facts{display:flex;flex-wrap:wrap;gap:.5rem 2rem;margin:1rem 0;padding:0;list-style:none}
      .facts b{display:block;font-size:1.25rem;font-variant-numeric:tabular-nums}
      """;

  private final Html html;

  private ReportHtml(Html html) {
    this.html = html;
  }

  /**
   * Writes the page of a report; the writer stays open.
   *
   * @param title what the page is about, as the file's name
   */
  public static void write(QualityReport report, String title, Writer out) throws IOException {
    new ReportHtml(new Html(out)).page(report, title);
    out.flush();
  }

  private void page(QualityReport report, String title) throws IOException {
    html.raw("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">\n")
        .raw("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none';")
        .raw(" style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'\">\n")
        .raw("<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\n")
        .raw("<meta name=\"referrer\" content=\"no-referrer\">\n<title>")
        .text(title)
        .raw("</title>\n<style>\n" + STYLE + "</style></head><body>\n<h1>")
        .text(title)
        .raw("</h1>\n");
    verdict(report);
    facts(report);
    reasons(report.reasons());
    columns(report.columns());
    names("Columns of the schema that the file does not have", report.missingColumns());
    names("Columns of the file that the schema does not have", report.unknownColumns());
    examples(report);
    html.raw("</body></html>\n");
  }

  private void verdict(QualityReport report) throws IOException {
    if (report.accepted()) {
      html.raw("<p class=\"verdict good\"><strong>Accepted.</strong> ")
          .text(
              report.quarantined() == 0
                  ? "Every row passed."
                  : grouped(report.quarantined())
                      + " of "
                      + grouped(report.rows())
                      + " rows were put aside.")
          .raw("</p>\n");
      return;
    }
    long line = report.refusal().line();
    html.raw("<p class=\"verdict bad\"><strong>Refused:</strong> ")
        .text(report.refusal().code().meaning())
        .text(line == 0 ? "" : ", line " + grouped(line))
        .text(". " + report.refusal().detail())
        .raw(" <span class=\"v\">")
        .text(report.refusal().code().code())
        .raw("</span></p>\n");
  }

  private void facts(QualityReport report) throws IOException {
    html.raw("<ul class=\"facts\">");
    fact("rows", grouped(report.rows()));
    fact("passed", grouped(report.good()));
    fact("put aside", grouped(report.quarantined()));
    fact("empty lines", grouped(report.emptyLines()));
    fact("bytes", grouped(report.bytes()));
    if (report.encoding() != null) {
      fact("encoding", report.encoding() + (report.byteOrderMark() ? ", marked" : ""));
    }
    if (report.schema() != null) {
      fact("schema", report.inferred() ? "inferred" : report.schema().name());
    }
    html.raw("</ul>\n");
  }

  private void fact(String name, String value) throws IOException {
    html.raw("<li>").text(name).raw("<b>").text(value).raw("</b></li>");
  }

  private void reasons(Map<ReasonCode, Long> reasons) throws IOException {
    if (reasons.isEmpty()) {
      return;
    }
    html.raw("<h2>Faults</h2>\n<div class=\"scroll\"><table><tr><th>code</th><th>meaning</th>")
        .raw("<th class=\"n\">faults</th></tr>\n");
    for (Map.Entry<ReasonCode, Long> reason : reasons.entrySet()) {
      html.raw("<tr><td class=\"v\">")
          .text(reason.getKey().code())
          .raw("</td><td>")
          .text(reason.getKey().meaning())
          .raw("</td><td class=\"n\">")
          .text(grouped(reason.getValue()))
          .raw("</td></tr>\n");
    }
    html.raw("</table></div>\n");
  }

  private void columns(List<ColumnReport> columns) throws IOException {
    if (columns.isEmpty()) {
      return;
    }
    html.raw("<h2>Columns</h2>\n<p>Values of the rows that passed; faults of the others.")
        .text(
            columns.size() > MAX_COLUMNS
                ? " The first " + MAX_COLUMNS + " of " + grouped(columns.size()) + "."
                : "")
        .raw("</p>\n<div class=\"scroll\"><table><tr><th>column</th><th>type</th>")
        .raw("<th class=\"n\">values</th><th class=\"n\">nulls</th><th class=\"n\">sentinels</th>")
        .raw("<th class=\"n\">distinct</th><th class=\"n\">duplicates</th>")
        .raw("<th>min</th><th>max</th><th>faults</th></tr>\n");
    for (ColumnReport column : columns.subList(0, Math.min(MAX_COLUMNS, columns.size()))) {
      column(column);
    }
    html.raw("</table></div>\n");
  }

  private void column(ColumnReport column) throws IOException {
    String about = column.exact() ? "" : "≈ ";
    html.raw("<tr><th>")
        .text(column.name())
        .raw("</th><td class=\"t\">")
        .text(column.type().label());
    html.raw("</td>");
    number(grouped(column.values()));
    number(grouped(column.nulls()));
    number(grouped(column.sentinels()));
    number(about + grouped(column.distinct()));
    number(about + grouped(column.duplicates()));
    html.raw("<td class=\"v\">").text(shown(column.min()));
    html.raw("</td><td class=\"v\">").text(shown(column.max())).raw("</td><td>");
    html.text(
            column.violations().entrySet().stream()
                .map(count -> count.getKey().code() + " " + grouped(count.getValue()))
                .collect(Collectors.joining(", ")))
        .raw("</td></tr>\n");
  }

  private void number(String value) throws IOException {
    html.raw("<td class=\"n\">").text(value).raw("</td>");
  }

  private void names(String heading, List<String> names) throws IOException {
    if (!names.isEmpty()) {
      html.raw("<h2>").text(heading).raw("</h2>\n<p class=\"v\">");
      html.text(names.stream().limit(MAX_COLUMNS).collect(Collectors.joining(", ")));
      html.raw("</p>\n");
    }
  }

  private void examples(QualityReport report) throws IOException {
    if (report.examples().isEmpty()) {
      return;
    }
    html.raw("<h2>Rows put aside</h2>\n<p>The first ")
        .text(grouped(report.examples().size()))
        .text(" of ")
        .text(grouped(report.quarantined()))
        .raw(".</p>\n<div class=\"scroll\"><table><tr><th class=\"n\">line</th><th>reasons</th>")
        .raw("<th>row</th></tr>\n");
    for (RejectedRow row : report.examples()) {
      example(row);
    }
    html.raw("</table></div>\n");
  }

  private void example(RejectedRow row) throws IOException {
    String reasons = row.reasons().stream().map(ReportHtml::text).collect(Collectors.joining("; "));
    String values =
        row.values().stream()
            .limit(50)
            .map(value -> value == null ? "" : value)
            .collect(Collectors.joining(" | "));
    html.raw("<tr>");
    number(grouped(row.line()));
    html.raw("<td>").text(reasons).raw("</td><td class=\"v\">");
    html.text(values.length() > 500 ? values.substring(0, 500) + "…" : values).raw("</td></tr>\n");
  }

  private static String text(Reason reason) {
    return (reason.column() == null ? "" : reason.column() + ": ")
        + reason.code().code()
        + " ("
        + reason.detail()
        + ")";
  }

  private static String shown(Object value) {
    if (value == null) {
      return "";
    }
    if (value instanceof Instant instant) {
      return Instants.text(instant);
    }
    return value instanceof BigDecimal number ? number.toPlainString() : value.toString();
  }

  private static String grouped(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }
}
