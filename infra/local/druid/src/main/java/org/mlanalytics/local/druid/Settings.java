package org.mlanalytics.local.druid;

import java.nio.file.Path;

/**
 * What the server is told by system properties.
 *
 * <ul>
 *   <li>{@code local.dir} (required): segments, caches, task logs and, if kept, metadata
 *   <li>{@code local.port.<part>} (required) for zookeeper, derby, coordinator, broker, historical,
 *       indexer, router
 *   <li>{@code local.persistent}: {@code true} keeps the metadata in the directory, so that data
 *       survive a restart; otherwise they are in memory
 *   <li>{@code druid.*}: overrides a property of every service
 * </ul>
 */
record Settings(Path dir, boolean persistent) {

  static final String HOST = "127.0.0.1";

  static Settings fromSystemProperties() {
    return new Settings(
        Path.of(required("local.dir")).toAbsolutePath(), Boolean.getBoolean("local.persistent"));
  }

  int port(String part) {
    return Integer.parseInt(required("local.port." + part));
  }

  /** The Derby database: a path for data that last, otherwise Derby's in-memory form. */
  String database() {
    return persistent ? dir.resolve("metadata").toString() : "memory:druid";
  }

  private static String required(String key) {
    String value = System.getProperty(key);
    if (value == null) {
      throw new IllegalArgumentException("The system property " + key + " is not set");
    }
    return value;
  }
}
