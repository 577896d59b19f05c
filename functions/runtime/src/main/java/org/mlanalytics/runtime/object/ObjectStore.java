package org.mlanalytics.runtime.object;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * Where rows are landed. Keys are relative paths with {@code /}. An object appears whole or not at
 * all, and is never overwritten.
 */
public interface ObjectStore {

  /**
   * Starts a new object.
   *
   * @throws java.nio.file.FileAlreadyExistsException when the key exists
   */
  ObjectOutput create(String key) throws IOException;

  /** Size in bytes as stored; empty when there is no such object. */
  OptionalLong size(String key) throws IOException;

  /**
   * Reads an object.
   *
   * @throws java.nio.file.NoSuchFileException when there is no such object
   */
  InputStream open(String key) throws IOException;

  /** Keys below a folder, sorted; unfinished objects are not among them. */
  List<String> list(String folder) throws IOException;

  /** Removes an object; nothing happens when there is none. */
  void delete(String key) throws IOException;

  /**
   * Fails when the store cannot be reached or written now, as far as that can be told without
   * writing an object.
   */
  default void probe() throws IOException {
    size("probe");
  }

  /**
   * What Druid is told to read.
   *
   * @param keys existing objects
   * @return an {@code inputSource} of a Druid ingestion specification
   */
  Map<String, Object> druidInputSource(List<String> keys);
}
