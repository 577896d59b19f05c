package org.mlanalytics.files.ingestfile.stage;

import java.io.IOException;
import org.mlanalytics.files.checking.RowSink;

/**
 * Where the good rows of one file go. The same rows once more change nothing. Closed before it is
 * complete it leaves what it may go on with.
 */
interface RowTarget extends RowSink, AutoCloseable {

  /** Loads what is still held back. */
  void complete() throws IOException;

  /** Rows that the target has confirmed so far. */
  long loaded();

  @Override
  default void close() {}
}
