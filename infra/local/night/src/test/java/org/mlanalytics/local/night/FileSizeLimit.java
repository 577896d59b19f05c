package org.mlanalytics.local.night;

import java.io.IOException;
import org.mlanalytics.local.ChildJvm;

/**
 * A limit on the files that a process writes: beyond it a write fails in the middle, as on a full
 * disk. Set and lifted from outside, while the process runs.
 */
final class FileSizeLimit implements AutoCloseable {

  private final ChildJvm process;

  FileSizeLimit(ChildJvm process, int bytes) throws IOException {
    this.process = process;
    set(String.valueOf(bytes));
  }

  @Override
  public void close() throws IOException {
    set("unlimited");
  }

  private void set(String bytes) throws IOException {
    Process prlimit =
        new ProcessBuilder(
                "prlimit", "--pid", String.valueOf(process.pid()), "--fsize=" + bytes + ":")
            .inheritIO()
            .start();
    try {
      if (prlimit.waitFor() != 0) {
        throw new IllegalStateException("prlimit ended with " + prlimit.exitValue());
      }
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", stop);
    }
  }
}
