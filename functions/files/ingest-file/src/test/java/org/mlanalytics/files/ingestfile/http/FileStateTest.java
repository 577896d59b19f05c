package org.mlanalytics.files.ingestfile.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.mlanalytics.files.ingestfile.http.FileState.CANCELLED;
import static org.mlanalytics.files.ingestfile.http.FileState.FAILED;
import static org.mlanalytics.files.ingestfile.http.FileState.INGESTED;
import static org.mlanalytics.files.ingestfile.http.FileState.LOADING;
import static org.mlanalytics.files.ingestfile.http.FileState.REJECTED;

import java.util.List;
import org.junit.jupiter.api.Test;

class FileStateTest {

  @Test
  void aRequestHasNotEndedWhileOneOfItsTargetsHasNot() {
    assertEquals(LOADING, FileState.of(List.of(FAILED, LOADING, INGESTED)));
  }

  @Test
  void afterThatItIsAsItsWorstTarget() {
    assertEquals(INGESTED, FileState.of(List.of(INGESTED, INGESTED)));
    assertEquals(REJECTED, FileState.of(List.of(INGESTED, REJECTED, CANCELLED)));
    assertEquals(FAILED, FileState.of(List.of(REJECTED, FAILED)));
  }
}
