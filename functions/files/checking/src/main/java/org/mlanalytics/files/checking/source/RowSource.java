package org.mlanalytics.files.checking.source;

import java.io.IOException;

/** The rows of a file, one after the other. */
public interface RowSource {

  /**
   * Reads the next row.
   *
   * @param into filled with it
   * @return whether there was one
   * @throws org.mlanalytics.files.checking.reason.FileRefusedException when the file cannot be read
   *     any further
   */
  boolean next(RawRow into) throws IOException;

  /** Empty lines passed over up to now. */
  long emptyLines();
}
