package org.mlanalytics.core.row;

import java.io.IOException;

/** Takes the rows of a dataset, one after the other. */
@FunctionalInterface
public interface RowSink {

  /**
   * Takes one row: a JSON object in UTF-8, without a line end. The buffer belongs to the caller and
   * changes after the call; whoever keeps a row copies it.
   */
  void row(byte[] buffer, int offset, int length) throws IOException;
}
