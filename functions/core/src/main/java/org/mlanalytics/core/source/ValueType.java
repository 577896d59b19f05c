package org.mlanalytics.core.source;

/** What is stored at a place of a source document, as far as the rules tell types apart. */
public enum ValueType {
  /** The field is not there. */
  MISSING,
  NULL,
  TEXT,
  /** A whole number. */
  INTEGER,
  /** Any other number: binary or decimal floating point. */
  NUMBER,
  BOOLEAN,
  /** A point in time, in milliseconds. */
  INSTANT,
  /** A database id. */
  ID,
  LIST,
  DOCUMENT,
  /** A type that no rule accepts: binary, regular expression, code, replication timestamp... */
  OTHER
}
