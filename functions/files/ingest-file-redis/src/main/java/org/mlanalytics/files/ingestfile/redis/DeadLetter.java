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

/**
 * An entry that cannot be worked on, as JSON: {@code reason}, {@code detail}, {@code at}, {@code
 * priority}, {@code entry}.
 */
final class DeadLetter {

  private DeadLetter() {}

  /** The letter; an entry that is no UTF-8 is {@code entryBase64}. */
  static Buffer of(Entry entry, AnalyticsException reason, Instant at) {
    ObjectNode letter =
        JsonNodeFactory.instance
            .objectNode()
            .put("reason", reason.code().code())
            .put("detail", reason.getMessage())
            .put("at", at.toString())
            .put("priority", entry.priority().label());
    byte[] value = entry.value().getBytes();
    try {
      letter.put(
          "entry", StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(value)).toString());
    } catch (CharacterCodingException e) {
      letter.put("entryBase64", Base64.getEncoder().encodeToString(value));
    }
    return Buffer.buffer(letter.toString());
  }
}
