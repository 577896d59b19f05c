package org.mlanalytics.files.checking;

import java.io.IOException;

/** Takes the rows that were put aside. */
@FunctionalInterface
public interface QuarantineSink {

  void accept(RejectedRow row) throws IOException;
}
