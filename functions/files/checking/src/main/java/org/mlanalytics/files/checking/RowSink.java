package org.mlanalytics.files.checking;

import java.io.IOException;
import org.mlanalytics.files.checking.row.Row;

/**
 * Takes the rows that passed, while the file is read. Whether the file as a whole is accepted is
 * known only from the report: keep what was taken apart until then.
 */
@FunctionalInterface
public interface RowSink {

  /**
   * @param row valid until the method returns
   */
  void accept(Row row) throws IOException;
}
