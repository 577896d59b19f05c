package org.mlanalytics.runtime.run;

import java.util.Locale;

/** What a request does to a run that exists already. Named as workflow engines do. */
public enum Policy {
  /** Refuse. */
  REJECT_DUPLICATE,
  /** Hand back a run that succeeded, try a failed one again. */
  FAILED_ONLY,
  /** A new attempt that replaces what the old one published. */
  FORCE;

  /** The name in requests and documents, like {@code failed-only}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * @param label a name like {@code failed-only}; null gives the default
   * @throws IllegalArgumentException for an unknown name
   */
  public static Policy of(String label) {
    if (label == null) {
      return FAILED_ONLY;
    }
    for (Policy policy : values()) {
      if (policy.label().equals(label)) {
        return policy;
      }
    }
    throw new IllegalArgumentException("policy is one of reject-duplicate, failed-only, force");
  }
}
