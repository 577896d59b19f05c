package org.mlanalytics.files.ingestfile.tenant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TokenDigestsTest {

  private static final String FIRST = "a".repeat(TokenDigests.SHORTEST);
  private static final String SECOND = "b".repeat(TokenDigests.SHORTEST);

  @Test
  void aTokenBelongsToItsTenant() throws Exception {
    TokenDigests tenants =
        new TokenDigests(
            List.of("# tokens", "", "north:" + sha256(FIRST), " south:" + sha256(SECOND) + " "));

    assertEquals(Optional.of("north"), tenants.of(FIRST));
    assertEquals(Optional.of("south"), tenants.of(SECOND));
    assertEquals(Optional.empty(), tenants.of("c".repeat(TokenDigests.SHORTEST)));
    assertEquals(Optional.empty(), tenants.of(null));
  }

  @Test
  void twoTokensMayBelongToOneTenantWhileOneIsReplaced() throws Exception {
    TokenDigests tenants =
        new TokenDigests(List.of("north:" + sha256(FIRST), "north:" + sha256(SECOND)));

    assertEquals(tenants.of(FIRST), tenants.of(SECOND));
  }

  @Test
  void aShortTokenMayBeAPassword() throws Exception {
    String password = "a".repeat(TokenDigests.SHORTEST - 1);

    assertEquals(
        Optional.empty(), new TokenDigests(List.of("north:" + sha256(password))).of(password));
  }

  @Test
  void theDigestIsNoToken() throws Exception {
    String digest = sha256(FIRST);

    assertEquals(Optional.empty(), new TokenDigests(List.of("north:" + digest)).of(digest));
  }

  @Test
  void aLineThatIsNoneIsNamed() {
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class,
            () -> new TokenDigests(List.of("# ", "north:not-a-digest")));

    assertEquals("line 2 is not tenant:sha256", e.getMessage());
  }

  private static String sha256(String text) throws Exception {
    return HexFormat.of()
        .formatHex(
            MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
  }
}
