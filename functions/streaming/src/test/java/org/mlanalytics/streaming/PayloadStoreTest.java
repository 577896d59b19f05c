package org.mlanalytics.streaming;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mlanalytics.runtime.error.AnalyticsException;
import org.mlanalytics.runtime.error.ErrorCode;
import org.mlanalytics.runtime.object.LocalObjectStore;

/** Payloads in a directory. */
class PayloadStoreTest {

  private static final byte[] PAYLOAD = Samples.utf8("a payload");

  @TempDir Path directory;

  @Test
  void aPayloadThatComesAgainIsTheSameObject() throws IOException {
    LocalObjectStore objects = new LocalObjectStore(directory);
    PayloadStore payloads = new PayloadStore(objects);
    String key = payloads.put("topic", PAYLOAD);
    assertEquals(key, payloads.put("topic", PAYLOAD));
    assertNotEquals(key, payloads.put("topic", Samples.utf8("another")));
    assertEquals(2, objects.list("dead-letters/topic").size());
    assertArrayEquals(PAYLOAD, payloads.get(key).orElseThrow());
    assertEquals(OptionalLong.of(PAYLOAD.length), payloads.size(key));
  }

  @Test
  void whatIsGoneOrHasChangedOrIsNoPayloadIsNotFound() throws IOException {
    PayloadStore payloads = new PayloadStore(new LocalObjectStore(directory));
    String changed = payloads.put("topic", PAYLOAD);
    Files.writeString(directory.resolve(changed), "changed");
    Files.writeString(directory.resolve("elsewhere"), "elsewhere");
    for (String key : List.of(changed, "dead-letters/topic/none", "elsewhere")) {
      assertEquals(Optional.empty(), payloads.get(key).map(Samples::text), key);
    }
    assertEquals(OptionalLong.empty(), payloads.size("elsewhere"));
  }

  @Test
  void aStoreThatTakesNothingIsToldNotTakenForOneThatHasIt() throws IOException {
    PayloadStore payloads =
        new PayloadStore(new LocalObjectStore(Files.createFile(directory.resolve("file"))));
    assertEquals(
        ErrorCode.STORE_UNAVAILABLE,
        assertThrows(AnalyticsException.class, () -> payloads.put("topic", PAYLOAD)).code());
  }
}
