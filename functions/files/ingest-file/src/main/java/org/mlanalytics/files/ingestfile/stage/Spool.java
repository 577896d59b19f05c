package org.mlanalytics.files.ingestfile.stage;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A directory for files on their way. Their names are taken away as soon as they are open, so that
 * nothing is left behind by a process that is killed.
 */
public final class Spool {

  private final Path directory;

  /**
   * @param directory made on first use
   */
  public Spool(Path directory) {
    this.directory = directory;
  }

  SpooledFile create() throws IOException {
    Files.createDirectories(directory);
    Path path = Files.createTempFile(directory, "ingest-", ".part");
    FileChannel channel = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE);
    return new SpooledFile(path, channel, Files.deleteIfExists(path));
  }

  /** One file, written, then read. */
  static final class SpooledFile implements AutoCloseable {

    private final Path path;
    private final FileChannel channel;
    private final boolean nameless;

    private SpooledFile(Path path, FileChannel channel, boolean nameless) {
      this.path = path;
      this.channel = channel;
      this.nameless = nameless;
    }

    /**
     * Takes the content, from its beginning.
     *
     * @param check called with each write; what it throws ends the writing
     */
    OutputStream sink(Runnable check) throws IOException {
      channel.truncate(0).position(0);
      return new OutputStream() {
        private final OutputStream out = Channels.newOutputStream(channel);

        @Override
        public void write(int b) throws IOException {
          out.write(b);
        }

        @Override
        public void write(byte[] buffer, int offset, int length) throws IOException {
          check.run();
          out.write(buffer, offset, length);
        }
        // closing it leaves the file open
      };
    }

    /** Gives the content, from its beginning. */
    InputStream open() throws IOException {
      channel.position(0);
      return Channels.newInputStream(channel);
    }

    @Override
    public void close() throws IOException {
      channel.close();
      if (!nameless) {
        Files.deleteIfExists(path);
      }
    }
  }
}
