package org.mlanalytics.store.presigned;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.mlanalytics.runtime.error.AnalyticsException;
import org.mlanalytics.runtime.error.ErrorCode;
import org.mlanalytics.runtime.object.ObjectKeys;
import org.mlanalytics.runtime.object.ObjectOutput;
import org.mlanalytics.runtime.object.ObjectStore;
import org.mlanalytics.store.presigned.UploadService.Operation;

/**
 * Objects of a cloud storage of whatever make, by addresses that the presigned-upload service
 * signs. An object is spooled to a file and uploaded when it is committed. The service can neither
 * list nor delete: both are refused with {@link ErrorCode#STORE_CANNOT}.
 */
public final class PresignedObjectStore implements ObjectStore {

  private static final int PIECE = 1 << 16;

  private final UploadService service;
  private final Transfers transfers;
  private final PresignedConfig config;

  PresignedObjectStore(UploadService service, Transfers transfers, PresignedConfig config) {
    this.service = service;
    this.transfers = transfers;
    this.config = config;
  }

  @Override
  public ObjectOutput create(String key) throws IOException {
    if (size(key).isPresent()) {
      throw new FileAlreadyExistsException(key);
    }
    return new SpooledOutput(spool(), file -> upload(key, file));
  }

  @Override
  public OptionalLong size(String key) throws IOException {
    return transfers.size(signed(Operation.READ, key));
  }

  @Override
  public InputStream open(String key) throws IOException {
    SignedAddress address = signed(Operation.READ, key);
    Path file = spool();
    try {
      if (!transfers.get(address, file)) {
        throw new NoSuchFileException(key);
      }
      return Files.newInputStream(file, StandardOpenOption.DELETE_ON_CLOSE);
    } catch (IOException | RuntimeException e) {
      Files.deleteIfExists(file);
      throw e;
    }
  }

  @Override
  public List<String> list(String folder) {
    throw new AnalyticsException(
        ErrorCode.STORE_CANNOT, "the upload service cannot list what is in " + folder);
  }

  @Override
  public void delete(String key) {
    ObjectKeys.requireInside(key);
    throw new AnalyticsException(ErrorCode.STORE_CANNOT, "the upload service cannot delete " + key);
  }

  /** An {@code http} input source with an address for each key, signed now. */
  @Override
  public Map<String, Object> druidInputSource(List<String> keys) {
    Map<String, List<String>> names = new LinkedHashMap<>();
    for (String key : keys) {
      ObjectKeys.requireInside(key);
      names.computeIfAbsent(folder(key), f -> new ArrayList<>()).add(name(key));
    }
    Map<String, String> addresses = new HashMap<>();
    names.forEach(
        (folder, files) ->
            signed(Operation.READ, folder, files, config.druidReadsFor())
                .forEach(address -> addresses.put(address.key(), address.uri().toString())));
    return new TreeMap<>(
        Map.of("type", "http", "uris", keys.stream().map(addresses::get).toList()));
  }

  /** Stores a spooled object under its key, unless that is taken. */
  private void upload(String key, Path file) throws IOException {
    SignedAddress read = signed(Operation.READ, key);
    // not every storage looks at the condition of an upload
    if (transfers.size(read).isPresent()) {
      throw new FileAlreadyExistsException(key);
    }
    // refused may be the repetition of an upload whose answer was lost: then the bytes are ours
    if (!transfers.put(signed(Operation.WRITE, key), file) && !holds(key, file)) {
      throw new FileAlreadyExistsException(key);
    }
    transfers.confirm(read, Files.size(file));
  }

  private boolean holds(String key, Path file) throws IOException {
    try (InputStream stored = open(key);
        InputStream ours = Files.newInputStream(file)) {
      byte[] piece;
      do {
        piece = stored.readNBytes(PIECE);
        if (!Arrays.equals(piece, ours.readNBytes(PIECE))) {
          return false;
        }
      } while (piece.length > 0);
      return true;
    }
  }

  private SignedAddress signed(Operation operation, String key) {
    ObjectKeys.requireInside(key);
    return signed(operation, folder(key), List.of(name(key)), config.signedFor()).get(0);
  }

  private List<SignedAddress> signed(
      Operation operation, String folder, List<String> names, Duration validFor) {
    return service.sign(operation, folder, names, validFor);
  }

  private static String folder(String key) {
    return key.substring(0, key.lastIndexOf('/') + 1);
  }

  private static String name(String key) {
    return key.substring(key.lastIndexOf('/') + 1);
  }

  private Path spool() throws IOException {
    return Files.createTempFile(
        Files.createDirectories(config.spoolDirectory()), "ml-analytics-", ".spool");
  }
}
