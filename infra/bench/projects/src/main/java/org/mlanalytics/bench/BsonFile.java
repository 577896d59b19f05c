package org.mlanalytics.bench;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.bson.RawBsonDocument;

/** Raw BSON documents one after the other, as {@code mongodump} writes them. */
public final class BsonFile {

  private static final int BUFFER = 1 << 16;

  private BsonFile() {}

  /** Writes the documents; the file appears whole or not at all. */
  static void write(Path file, Iterator<RawBsonDocument> documents) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    Path part = file.resolveSibling(file.getFileName() + ".part");
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part), BUFFER)) {
      while (documents.hasNext()) {
        ByteBuffer bytes = documents.next().getByteBuffer().asNIO();
        out.write(bytes.array(), bytes.arrayOffset() + bytes.position(), bytes.remaining());
      }
    }
    Files.move(part, file);
  }

  /** An open file, to be iterated once; only the document at hand is in memory. */
  public static Documents read(Path file) throws IOException {
    return new Documents(
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file), BUFFER)));
  }

  /** The documents of an open file. */
  public static final class Documents
      implements Iterable<RawBsonDocument>, Iterator<RawBsonDocument>, AutoCloseable {

    private final DataInputStream in;
    private byte[] next;

    private Documents(DataInputStream in) throws IOException {
      this.in = in;
      this.next = document();
    }

    @Override
    public Iterator<RawBsonDocument> iterator() {
      return this;
    }

    @Override
    public boolean hasNext() {
      return next != null;
    }

    @Override
    public RawBsonDocument next() {
      if (next == null) {
        throw new NoSuchElementException();
      }
      RawBsonDocument document = new RawBsonDocument(next);
      try {
        next = document();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return document;
    }

    private byte[] document() throws IOException {
      byte[] prefix = in.readNBytes(Integer.BYTES);
      if (prefix.length == 0) {
        return null;
      }
      int length = ByteBuffer.wrap(prefix).order(ByteOrder.LITTLE_ENDIAN).getInt();
      byte[] document = new byte[length];
      System.arraycopy(prefix, 0, document, 0, Integer.BYTES);
      in.readFully(document, Integer.BYTES, length - Integer.BYTES);
      return document;
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }
}
