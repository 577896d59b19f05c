package org.mlanalytics.streaming;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.OptionalLong;
import org.mlanalytics.runtime.error.AnalyticsException;
import org.mlanalytics.runtime.error.ErrorCode;
import org.mlanalytics.runtime.error.Faults;
import org.mlanalytics.runtime.object.ObjectOutput;
import org.mlanalytics.runtime.object.ObjectStore;

/**
 * Payloads that are too large for a topic, as objects {@code dead-letters/<topic>/<sha256>}. A
 * payload that comes again, after a crash or for another function, is the same object.
 */
@ApplicationScoped
public class PayloadStore {

  private static final String FOLDER = "dead-letters/";

  private final ObjectStore objects;

  PayloadStore(ObjectStore objects) {
    this.objects = objects;
  }

  /**
   * Keeps a payload.
   *
   * @param topic where its message came from
   * @return the key of its object, which is there when this returns
   * @throws AnalyticsException {@link ErrorCode#STORE_UNAVAILABLE} and what else a store has
   */
  String put(String topic, byte[] payload) {
    String key = FOLDER + topic + '/' + sha256(payload);
    try {
      if (objects.size(key).isEmpty()) {
        write(key, payload);
      }
      return key;
    } catch (IOException fault) {
      throw Faults.coded(fault);
    }
  }

  private void write(String key, byte[] payload) throws IOException {
    try (ObjectOutput out = objects.create(key)) {
      out.write(payload);
      out.commit();
    } catch (FileAlreadyExistsException exists) {
      // another writer of the same bytes was faster; or a file is where a folder should be
      if (objects.size(key).isEmpty()) {
        throw exists;
      }
    }
  }

  /**
   * The size of a payload in bytes, empty if it is not there.
   *
   * @throws AnalyticsException as {@link #put}
   */
  public OptionalLong size(String key) {
    try {
      return key.startsWith(FOLDER) ? objects.size(key) : OptionalLong.empty();
    } catch (IOException fault) {
      throw Faults.coded(fault);
    }
  }

  /**
   * A payload, empty if it is not there or not what was kept.
   *
   * @throws AnalyticsException as {@link #put}
   */
  public Optional<byte[]> get(String key) {
    if (!key.startsWith(FOLDER)) {
      return Optional.empty();
    }
    try (InputStream in = objects.open(key)) {
      return Optional.of(in.readAllBytes()).filter(payload -> key.endsWith('/' + sha256(payload)));
    } catch (NoSuchFileException gone) {
      return Optional.empty();
    } catch (IOException fault) {
      throw Faults.coded(fault);
    }
  }

  private static String sha256(byte[] payload) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(payload));
    } catch (NoSuchAlgorithmException everyPlatformHasIt) {
      throw new IllegalStateException(everyPlatformHasIt);
    }
  }
}
