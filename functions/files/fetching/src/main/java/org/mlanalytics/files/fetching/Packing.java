package org.mlanalytics.files.fetching;

/** How a file is packed. */
public enum Packing {
  NONE,
  GZIP,
  ZSTD
}
