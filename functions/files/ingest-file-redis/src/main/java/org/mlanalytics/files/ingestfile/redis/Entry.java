package org.mlanalytics.files.ingestfile.redis;

import io.vertx.core.buffer.Buffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.mlanalytics.files.ingestfile.request.Priority;

/**
 * An entry that this worker has taken.
 *
 * @param priority of the list that it came from
 * @param value as it is in the worker's list, byte by byte
 */
record Entry(Priority priority, Buffer value) {

  /** Digest of the value by an algorithm that every JVM has, hexadecimal. */
  String digest(String algorithm) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance(algorithm).digest(value.getBytes()));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
