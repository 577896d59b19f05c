package org.mlanalytics.runtime.object;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A directory as object store: for one machine, or a file system that all machines mount. */
public final class LocalObjectStore implements ObjectStore {

  private static final Pattern UNFINISHED = Pattern.compile("\\.[0-9a-f-]{36}\\.part");

  private final Path directory;

  /**
   * @param directory root of the store; made on first use
   */
  public LocalObjectStore(Path directory) {
    this.directory = directory.toAbsolutePath().normalize();
  }

  /** Absolute path of the root. */
  public Path directory() {
    return directory;
  }

  @Override
  public ObjectOutput create(String key) throws IOException {
    Path target = path(key);
    if (Files.exists(target)) {
      throw new FileAlreadyExistsException(key);
    }
    Files.createDirectories(target.getParent());
    Path part = target.resolveSibling("." + UUID.randomUUID() + ".part");
    return new FileOutput(target, part);
  }

  @Override
  public OptionalLong size(String key) throws IOException {
    Path file = path(key);
    try {
      return Files.isDirectory(file) ? OptionalLong.empty() : OptionalLong.of(Files.size(file));
    } catch (NoSuchFileException e) {
      return OptionalLong.empty();
    }
  }

  @Override
  public InputStream open(String key) throws IOException {
    return Files.newInputStream(path(key));
  }

  @Override
  public List<String> list(String folder) throws IOException {
    Path root = folder.isEmpty() ? directory : path(folder);
    if (!Files.isDirectory(root)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> !UNFINISHED.matcher(file.getFileName().toString()).matches())
          .map(file -> directory.relativize(file).toString().replace(File.separatorChar, '/'))
          .sorted()
          .toList();
    }
  }

  @Override
  public void delete(String key) throws IOException {
    Path file = path(key);
    if (Files.deleteIfExists(file)) {
      deleteEmptyFolders(file.getParent());
    }
  }

  private void deleteEmptyFolders(Path folder) throws IOException {
    try {
      for (Path f = folder; !f.equals(directory); f = f.getParent()) {
        Files.delete(f);
      }
    } catch (DirectoryNotEmptyException | NoSuchFileException inUse) {
      // the others above it are not empty either, or another process was faster
    }
  }

  @Override
  public void probe() throws IOException {
    Path existing = directory;
    while (!Files.exists(existing)) {
      existing = existing.getParent();
    }
    if (!Files.isDirectory(existing) || !Files.isWritable(existing)) {
      throw new AccessDeniedException(existing.toString());
    }
  }

  @Override
  public Map<String, Object> druidInputSource(List<String> keys) {
    // sorted: the same objects give the same payload in every process
    return new TreeMap<>(
        Map.of("type", "local", "files", keys.stream().map(key -> path(key).toString()).toList()));
  }

  private Path path(String key) {
    Path path = directory.resolve(key).normalize();
    if (!path.startsWith(directory) || path.equals(directory)) {
      throw new IllegalArgumentException("the key leaves the store: " + key);
    }
    return path;
  }

  private static final class FileOutput extends ObjectOutput {

    private final Path target;
    private final Path part;
    private final FileChannel channel;
    private boolean committed;

    FileOutput(Path target, Path part) throws IOException {
      this.target = target;
      this.part = part;
      this.channel =
          FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }

    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      ByteBuffer buffer = ByteBuffer.wrap(bytes, offset, length);
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
    }

    @Override
    public void commit() throws IOException {
      channel.force(true);
      channel.close();
      try {
        // unlike a move, a link fails when another writer of the key was faster
        Files.createLink(target, part);
        Files.delete(part);
      } catch (FileAlreadyExistsException e) {
        throw e;
      } catch (UnsupportedOperationException | FileSystemException noLinks) {
        Files.move(part, target);
      }
      committed = true;
    }

    @Override
    public void close() throws IOException {
      channel.close();
      if (!committed) {
        Files.deleteIfExists(part);
      }
    }
  }
}
