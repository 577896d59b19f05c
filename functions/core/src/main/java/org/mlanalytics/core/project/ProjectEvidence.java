package org.mlanalytics.core.project;

import java.util.ArrayList;
import java.util.List;
import org.mlanalytics.core.text.Texts;

/**
 * What a project itself puts on one of its rows.
 *
 * @param evidence an attachment, may be null
 * @param remarks the project's remarks, only with the first entry
 */
record ProjectEvidence(String evidence, String remarks) {

  static final ProjectEvidence NONE = new ProjectEvidence(null, null);

  /** One entry per attachment; one for the remarks alone if there is no attachment. */
  static List<ProjectEvidence> listOf(List<String> attachments, String remarks) {
    List<ProjectEvidence> entries = new ArrayList<>();
    for (String attachment : attachments) {
      entries.add(
          new ProjectEvidence(attachment, entries.isEmpty() ? Texts.quoted(remarks) : null));
    }
    if (entries.isEmpty() && Texts.isPresent(remarks)) {
      entries.add(new ProjectEvidence(null, Texts.quoted(remarks)));
    }
    return entries;
  }
}
