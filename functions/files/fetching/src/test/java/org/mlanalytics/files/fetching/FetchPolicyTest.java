package org.mlanalytics.files.fetching;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A configuration that means something else than it says is refused when it is read. */
class FetchPolicyTest {

  @Test
  void aNewPolicyAllowsNothing() {
    FetchPolicy nothing = FetchPolicy.builder().build();
    Refusals.of("http://files.example.org/", nothing, RefusalReason.SCHEME_FORBIDDEN);
    FetchPolicy noHost = FetchPolicy.builder().schemes(List.of("http")).build();
    Refusals.of("http://files.example.org/", noHost, RefusalReason.HOST_FORBIDDEN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "*.",
        "*.127",
        "*a.example.org",
        "a.*.org",
        "http://a.org",
        "a b",
        "127.1",
        "[::1]"
      })
  void notAHost(String pattern) {
    assertThrows(IllegalArgumentException.class, () -> new HostPattern(pattern));
  }

  @Test
  void hosts() {
    HostPattern below = new HostPattern("*.Example.org");
    assertTrue(below.matches("a.b.example.org"));
    assertFalse(below.matches("example.org"));
    assertFalse(below.matches("aexample.org"));
    HostPattern all = new HostPattern("*");
    assertTrue(all.matches("example.org"));
    assertFalse(all.matches("127.0.0.1"));
    assertTrue(new HostPattern("2001:db8::1").matches("2001:db8::1"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "files.example.org",
        "https://a.org/b",
        "https://a.org?b",
        "ftp://a.org",
        "http://u@a.org"
      })
  void notAnOrigin(String text) {
    assertThrows(IllegalArgumentException.class, () -> Origin.parse(text));
    assertThrows(
        IllegalArgumentException.class,
        () -> new S3Bucket(URI.create(text), "us-east-1", "key", "secret"));
  }

  @Test
  void anOriginHasItsPort() {
    assertEquals(Origin.parse("https://A.org:443/"), Origin.parse("https://a.org"));
    assertEquals("http://[2001:db8::1]:80", Origin.parse("http://[2001:db8::1]").toString());
  }

  @Test
  void limitsOutOfRange() {
    assertThrows(
        IllegalArgumentException.class, () -> FetchPolicy.builder().maxRedirects(4).build());
    assertThrows(IllegalArgumentException.class, () -> FetchPolicy.builder().maxBytes(0).build());
    Duration second = Duration.ofSeconds(1);
    assertThrows(
        IllegalArgumentException.class, () -> new TimeLimits(second, Duration.ZERO, second));
    assertThrows(IllegalArgumentException.class, () -> new UnpackLimits(0, 1));
    assertThrows(IllegalArgumentException.class, () -> new Expected(-1L, null));
    assertThrows(IllegalArgumentException.class, () -> new Expected(null, "abc"));
  }
}
