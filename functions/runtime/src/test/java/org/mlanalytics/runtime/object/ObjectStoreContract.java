package org.mlanalytics.runtime.object;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.zip.CRC32;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mlanalytics.runtime.error.AnalyticsException;
import org.mlanalytics.runtime.error.ErrorCode;
import org.mlanalytics.runtime.testing.Race;

/**
 * What every object store promises. An implementation's test only says how to make an empty one.
 */
public abstract class ObjectStoreContract {

  private static final int MEGABYTE = 1 << 20;
  private static final int LARGE = 50;

  private ObjectStore store;

  /** A new, empty store. */
  protected abstract ObjectStore emptyStore() throws IOException;

  /** What is stored by all means of the store's own, finished or not. */
  protected abstract long storedPieces() throws IOException;

  /** Whether the store lists and deletes; one that does not refuses with a code of its own. */
  protected boolean listsAndDeletes() {
    return true;
  }

  @BeforeEach
  void open() throws IOException {
    store = emptyStore();
  }

  @Test
  void committedObjectIsThereWhole() throws IOException {
    put("a/b/c.json", "rows");

    assertEquals("rows", get("a/b/c.json"));
    assertEquals(OptionalLong.of(4), store.size("a/b/c.json"));
    assertListed("a", "a/b/c.json");
  }

  @Test
  void objectIsNotThereBeforeItsCommit() throws IOException {
    try (ObjectOutput out = store.create("a/b.json")) {
      out.write(bytes("half"));
      out.flush();

      assertEquals(OptionalLong.empty(), store.size("a/b.json"));
      assertListed("a");
      assertThrows(NoSuchFileException.class, () -> store.open("a/b.json"));
    }
  }

  @Test
  void objectThatIsClosedWithoutCommitLeavesNothing() throws IOException {
    try (ObjectOutput out = store.create("a/b.json")) {
      out.write(bytes("half"));
    }

    assertEquals(OptionalLong.empty(), store.size("a/b.json"));
    assertListed("a");
    assertEquals(0, storedPieces());
  }

  @Test
  void emptyObjectIsAnObject() throws IOException {
    put("a", "");

    assertEquals(OptionalLong.of(0), store.size("a"));
    assertEquals("", get("a"));
  }

  @Test
  void bytesWrittenOneByOneAndInPiecesAreInOrder() throws IOException {
    try (ObjectOutput out = store.create("a")) {
      out.write('a');
      out.write(bytes("xbcx"), 1, 2);
      out.write(bytes("d"));
      out.commit();
    }

    assertEquals("abcd", get("a"));
  }

  @Test
  void existingObjectIsNotOverwritten() throws IOException {
    put("a", "first");

    assertThrows(FileAlreadyExistsException.class, () -> put("a", "second"));

    assertEquals("first", get("a"));
    assertEquals(1, storedPieces());
  }

  @Test
  void objectThatAppearedMeanwhileIsNotOverwritten() throws IOException {
    try (ObjectOutput late = store.create("a")) {
      late.write(bytes("late"));
      put("a", "first");

      assertThrows(FileAlreadyExistsException.class, late::commit);
    }

    assertEquals("first", get("a"));
    assertEquals(1, storedPieces());
  }

  @Test
  void nothingCanBeWrittenAfterTheCommit() throws IOException {
    try (ObjectOutput out = store.create("a")) {
      out.write(bytes("whole"));
      out.commit();
      assertThrows(IOException.class, () -> out.write(bytes("more")));
    }

    assertEquals("whole", get("a"));
  }

  @Test
  void missingObjectHasNoSizeAndCannotBeOpened() throws IOException {
    put("folder/a", "x");

    for (String missing : List.of("b", "folder/b", "none/b", "folder")) {
      assertEquals(OptionalLong.empty(), store.size(missing), missing);
      assertThrows(IOException.class, () -> store.open(missing).read(), missing);
    }
    assertThrows(NoSuchFileException.class, () -> store.open("b"));
  }

  @Test
  void listNamesWhatIsBelowAFolderInOrder() throws IOException {
    for (String key : List.of("d/2", "d/1", "d/sub/3", "e/4", "d2/5")) {
      put(key, "x");
    }

    assertListed("d", "d/1", "d/2", "d/sub/3");
    assertListed("none");
    assertListed("", "d/1", "d/2", "d/sub/3", "d2/5", "e/4");
  }

  @Test
  void deletedObjectIsGoneAndItsKeyIsFree() throws IOException {
    put("a/b", "x");
    if (!listsAndDeletes()) {
      assertRefused(() -> store.delete("a/b"));
      assertEquals("x", get("a/b"));
      return;
    }

    store.delete("a/b");
    store.delete("a/b");
    store.delete("never/there");

    assertEquals(OptionalLong.empty(), store.size("a/b"));
    assertListed("a");
    put("a/b", "again");
    assertEquals("again", get("a/b"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "with blank",
        "ü-भारत",
        "%2E%2E",
        "a+b&c=d?e#f",
        "back\\slash",
        "quote\"'",
        "..hidden",
        ".dot",
        "a.part",
        ".a.part",
        "tab\there",
        "*",
        "~",
        "-rf",
        "$(x)",
        "a:b;c,d",
        "a@b!"
      })
  void keysAreAnyText(String name) throws IOException {
    String key = "odd/" + name;

    put(key, name);

    assertEquals(name, get(key));
    assertEquals(OptionalLong.of(bytes(name).length), store.size(key));
    assertListed("odd", key);
  }

  @ParameterizedTest
  @ValueSource(strings = {"../a", "a/../../b", "/a", "a/../../../../../etc/passwd", "..", "x/.."})
  void keyThatLeavesTheStoreIsRefused(String key) throws IOException {
    assertThrows(IllegalArgumentException.class, () -> store.create(key));
    assertThrows(IllegalArgumentException.class, () -> store.open(key));
    assertThrows(IllegalArgumentException.class, () -> store.size(key));
    assertThrows(IllegalArgumentException.class, () -> store.delete(key));
    assertThrows(IllegalArgumentException.class, () -> store.druidInputSource(List.of(key)));
    assertEquals(0, storedPieces());
  }

  @Test
  void largeObjectIsNotHeldInMemory() throws IOException {
    byte[] megabyte = new byte[MEGABYTE];
    new Random(1).nextBytes(megabyte);
    CRC32 written = new CRC32();
    long before = used();
    long most = 0;
    try (ObjectOutput out = store.create("large")) {
      for (int i = 0; i < LARGE; i++) {
        megabyte[0] = (byte) i;
        written.update(megabyte);
        out.write(megabyte);
        if (i % 10 == 9) {
          most = Math.max(most, used() - before);
        }
      }
      out.commit();
    }
    CRC32 read = new CRC32();
    try (InputStream in = store.open("large")) {
      for (int n = in.read(megabyte); n >= 0; n = in.read(megabyte)) {
        read.update(megabyte, 0, n);
      }
    }

    assertEquals(OptionalLong.of((long) LARGE * MEGABYTE), store.size("large"));
    assertEquals(written.getValue(), read.getValue());
    assertTrue(most < LARGE * MEGABYTE / 2, most + " bytes held");
  }

  @Test
  void druidIsToldOfEveryObject() throws IOException {
    put("d/1.json.gz", "a");
    put("d/2.json.gz", "b");

    String source = store.druidInputSource(List.of("d/1.json.gz", "d/2.json.gz")).toString();

    assertTrue(source.contains("d/1.json.gz") && source.contains("d/2.json.gz"), source);
  }

  /**
   * For stores that decide between writers of a key at the same instant.
   *
   * @param rounds keys that eight writers race for
   */
  protected final void assertOneOfManyWritersWins(int rounds) throws Exception {
    try (Race race = new Race(8)) {
      for (int round = 0; round < rounds; round++) {
        String key = "race/" + round;

        List<String> winners =
            race.run(i -> wins(key, "writer " + i)).stream().filter(w -> w != null).toList();

        assertEquals(1, winners.size(), winners::toString);
        assertEquals(winners.get(0), get(key));
      }
    }
  }

  private String wins(String key, String text) {
    try {
      put(key, text);
      return text;
    } catch (FileAlreadyExistsException lost) {
      return null;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private void assertListed(String folder, String... keys) throws IOException {
    if (listsAndDeletes()) {
      assertEquals(List.of(keys), store.list(folder));
    } else {
      assertRefused(() -> store.list(folder));
    }
  }

  private static void assertRefused(Executable call) {
    assertEquals(ErrorCode.STORE_CANNOT, assertThrows(AnalyticsException.class, call).code());
  }

  private void put(String key, String text) throws IOException {
    try (ObjectOutput out = store.create(key)) {
      out.write(bytes(text));
      out.commit();
    }
  }

  private String get(String key) throws IOException {
    try (InputStream in = store.open(key)) {
      byte[] all = in.readAllBytes();
      assertArrayEquals(all, Arrays.copyOf(all, (int) store.size(key).orElseThrow()));
      return new String(all, StandardCharsets.UTF_8);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static long used() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }
}
