package org.mlanalytics.store.presigned;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.mlanalytics.runtime.object.ObjectOutput;

/** An object in a file, until it is whole and its length known. */
final class SpooledOutput extends ObjectOutput {

  /** What becomes of a whole object. */
  @FunctionalInterface
  interface Destination {
    void take(Path file) throws IOException;
  }

  private final Path file;
  private final OutputStream out;
  private final Destination destination;

  SpooledOutput(Path file, Destination destination) throws IOException {
    this.file = file;
    this.out = Files.newOutputStream(file);
    this.destination = destination;
  }

  @Override
  public void write(int b) throws IOException {
    out.write(b);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    out.write(bytes, offset, length);
  }

  @Override
  public void commit() throws IOException {
    out.close();
    destination.take(file);
  }

  @Override
  public void close() throws IOException {
    out.close();
    Files.deleteIfExists(file);
  }
}
