package org.mlanalytics.core.row;

/** Why a document is put aside, and whether that counts against the limit of rejects. */
public enum RejectClass {
  /** The document breaks a rule: a mandatory field, a type, a timestamp. Counts. */
  MALFORMED,
  /** The document is sound but belongs to nothing that is published. Never counts. */
  EXCLUDED
}
