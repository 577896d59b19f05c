package org.mlanalytics.files.ingestfile.request;

import java.util.Locale;

/** Which queue a request waits in; the first is served first. */
public enum Priority {
  HIGH,
  NORMAL,
  LOW;

  /** The name in requests and topics, like {@code high}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The priority with a label, or null. */
  public static Priority of(String label) {
    for (Priority priority : values()) {
      if (priority.label().equals(label)) {
        return priority;
      }
    }
    return null;
  }
}
