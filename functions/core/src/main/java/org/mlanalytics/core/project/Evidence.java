package org.mlanalytics.core.project;

import java.util.ArrayList;
import java.util.List;
import org.mlanalytics.core.source.Value;
import org.mlanalytics.core.text.Texts;

/** What attachments of a project or task prove it with: addresses of files, and links. */
final class Evidence {

  private static final String LINK = "link";

  private final String baseUrl;

  Evidence(String baseUrl) {
    this.baseUrl = baseUrl;
  }

  /**
   * One entry for each attachment that is not null, in order: a link's {@code name} in single
   * quotes, for every other type and for none the base address and {@code sourcePath}. An
   * attachment without that field has a null entry: it is evidence, but nobody can look at it.
   */
  List<String> of(Value attachments) {
    List<String> evidence = new ArrayList<>();
    for (Value attachment : attachments.elements()) {
      if (!attachment.isAbsent()) {
        evidence.add(of(attachment.get("type").text(), attachment));
      }
    }
    return evidence;
  }

  private String of(String type, Value attachment) {
    if (LINK.equals(type)) {
      return Texts.quoted(attachment.get("name").text());
    }
    String sourcePath = attachment.get("sourcePath").text();
    return sourcePath == null ? null : baseUrl + sourcePath;
  }
}
