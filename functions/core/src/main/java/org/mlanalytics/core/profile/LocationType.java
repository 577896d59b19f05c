package org.mlanalytics.core.profile;

import java.util.Optional;

/** The levels of administration that have columns of their own. */
public enum LocationType {
  STATE("state"),
  DISTRICT("district"),
  BLOCK("block"),
  CLUSTER("cluster"),
  SCHOOL("school");

  private final String key;

  LocationType(String key) {
    this.key = key;
  }

  /** The type of that name in a source document; empty for any other level, and for null. */
  public static Optional<LocationType> named(String name) {
    for (LocationType type : values()) {
      if (type.key.equals(name)) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }

  /** The name in source documents. */
  public String key() {
    return key;
  }
}
