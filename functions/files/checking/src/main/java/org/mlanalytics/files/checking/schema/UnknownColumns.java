package org.mlanalytics.files.checking.schema;

import java.util.Locale;

/** What becomes of columns that a schema does not know. */
public enum UnknownColumns {
  /** They are left out of the checked rows; the report names them. */
  DROP,
  /** They are kept as text, behind the columns of the schema. JSON lines: as {@link #REJECT}. */
  KEEP,
  /** The file is refused. JSON lines: the row is put aside. */
  REJECT;

  /** Its name in a schema. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
