package org.mlanalytics.core.submission;

import org.mlanalytics.core.source.Value;

/**
 * Name and description of a solution or program.
 *
 * @param name may be null
 * @param description may be null
 */
record Names(String name, String description) {

  static Names of(Value document) {
    return new Names(document.get("name").text(), document.get("description").text());
  }
}
