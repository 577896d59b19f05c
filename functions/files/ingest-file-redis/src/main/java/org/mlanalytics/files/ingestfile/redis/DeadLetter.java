package org.mlanalytics.files.ingestfile.redis;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.buffer.Buffer;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import org.mlanalytics.runtime.error.AnalyticsException;
import org.mlanalytics.runtime.error.ErrorCode;

/**
 * An entry that cannot be worked on, as JSON: {@code reason}, {@code detail}, {@code at}, {@code
 * priority}, {@code entry}. Instead of an entry that is too large: its {@code bytes}, {@code
 * sha256} and {@code beginning}.
 */
final class DeadLetter {

  /** Enough to tell from whom it is. */
  private static final int BEGINNING = 1_000;

  private DeadLetter() {}

  /** The letter; an entry that is no UTF-8 is {@code entryBase64}. */
  static Buffer of(Entry entry, AnalyticsException reason, Instant at) {
    ObjectNode letter = letter(entry, reason, at);
    byte[] value = entry.value().getBytes();
    try {
      letter.put(
          "entry", StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(value)).toString());
    } catch (CharacterCodingException e) {
      letter.put("entryBase64", Base64.getEncoder().encodeToString(value));
    }
    return Buffer.buffer(letter.toString());
  }

  /**
   * The letter of an entry that is too large to be kept.
   *
   * @param mostBytes of an entry
   */
  static Buffer ofTooLarge(Entry entry, int mostBytes, Instant at) {
    AnalyticsException reason =
        new AnalyticsException(ErrorCode.BODY_TOO_LARGE, "at most " + mostBytes + " bytes");
    int kept = Math.min(BEGINNING, entry.value().length());
    return Buffer.buffer(
        letter(entry, reason, at)
            .put("bytes", entry.value().length())
            .put("sha256", entry.digest("SHA-256"))
            .put("beginning", entry.value().getString(0, kept))
            .toString());
  }

  private static ObjectNode letter(Entry entry, AnalyticsException reason, Instant at) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("reason", reason.code().code())
        .put("detail", reason.getMessage())
        .put("at", at.toString())
        .put("priority", entry.priority().label());
  }
}
