package org.mlanalytics.files.ingestfile.stage;

import java.io.IOException;
import org.mlanalytics.files.checking.RowSink;

/** Where the good rows of one file go. The same rows once more change nothing. */
interface RowTarget extends RowSink {

  /** Loads what is still held back. */
  void complete() throws IOException;

  /** Rows that the target has confirmed so far. */
  long loaded();
}
