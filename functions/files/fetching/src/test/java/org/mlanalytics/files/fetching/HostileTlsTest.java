package org.mlanalytics.files.fetching;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mlanalytics.files.fetching.RefusalReason.REDIRECT_INVALID;
import static org.mlanalytics.files.fetching.RefusalReason.TLS_FAILED;
import static org.mlanalytics.files.fetching.RefusalReason.TOTAL_TIMED_OUT;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Certificates are checked against the name of the address, not against what it resolves to. */
class HostileTlsTest {

  private static final CountDownLatch NEVER = new CountDownLatch(1);

  @TempDir static Path directory;

  private static KeyStore good;
  private static KeyStore other;
  private static KeyStore stranger;
  private static Fetcher fetcher;

  @BeforeAll
  static void certificates() throws IOException, GeneralSecurityException {
    Certificates certificates = new Certificates(directory);
    good = certificates.of("files.example.org");
    other = certificates.of("other.example.org");
    stranger = certificates.of("files.example.org");
    fetcher = new Fetcher(World.NAMES, Certificates.trusting(good, other), World.CLOCK);
  }

  @Test
  void theRightNameIsTaken() throws IOException, GeneralSecurityException {
    try (var server = secured(good, Answers.file("file"))) {
      Fetched fetched = Refusals.fetch(fetcher, at(server), World.policy(server).build());
      assertEquals(4, fetched.bytes());
    }
  }

  @Test
  void otherCertificatesAreRefused() throws IOException, GeneralSecurityException {
    for (KeyStore store : List.of(other, stranger)) {
      try (var server = secured(store, Answers.file("file"))) {
        Refusals.of(fetcher, at(server), World.policy(server).build(), TLS_FAILED);
        assertFalse(server.requests().toString().contains("GET"), "asked before it was known");
      }
    }
  }

  @Test
  void messagesAreForTheRightNameToo() throws IOException, GeneralSecurityException {
    Poster poster = new Poster(World.NAMES, Certificates.trusting(good, other));
    byte[] body = new byte[Poster.LARGEST];
    Arrays.fill(body, (byte) 'x');
    try (var right = secured(good, Answers.file("taken"));
        var wrong = secured(other, Answers.file("taken"))) {
      FetchPolicy policy = World.policy(right, wrong).build();
      assertEquals(200, poster.post(URI.create(at(right)), Map.of(), body, policy));
      assertTrue(right.requests().get(0).endsWith("\r\n\r\n" + "x".repeat(body.length)));
      URI elsewhere = URI.create(at(wrong));
      assertThrows(
          FetchRefusedException.class, () -> poster.post(elsewhere, Map.of(), body, policy));
      assertFalse(wrong.requests().toString().contains("POST"), "sent before it was known");
    }
  }

  @Test
  void aCertificateForTheNameIsNoneForTheAddress() throws IOException, GeneralSecurityException {
    try (var server = secured(good, Answers.file("file"))) {
      FetchPolicy policy = World.policy(server).hosts(List.of(World.PERMITTED)).build();
      String address = "https://127.0.0.1:" + server.port() + "/";
      Refusals.of(fetcher, address, policy, TLS_FAILED);
    }
  }

  @Test
  void plainTextInsteadOfTls() throws IOException {
    try (var server =
        ScriptedServer.eager(
            World.PERMITTED, out -> out.write("HTTP/1.1 200 OK\r\n\r\n".getBytes()))) {
      Refusals.of(fetcher, at(server), World.policy(server).build(), TLS_FAILED);
    }
  }

  @Test
  void aHandshakeThatDrips() throws IOException {
    byte[] startOfARecord = {22, 3, 3, 64, 0};
    ScriptedServer.Script script =
        out -> {
          out.write(startOfARecord);
          while (!NEVER.await(5, TimeUnit.MILLISECONDS)) {
            out.write(2);
          }
        };
    try (var server = ScriptedServer.eager(World.PERMITTED, script)) {
      Duration longer = Duration.ofSeconds(30);
      FetchPolicy policy =
          World.policy(server)
              .times(new TimeLimits(longer, longer, Duration.ofMillis(500)))
              .build();
      Refusals.of(fetcher, at(server), policy, TOTAL_TIMED_OUT);
    }
  }

  @Test
  void noWayBackToPlainText() throws IOException, GeneralSecurityException {
    try (var plain = ScriptedServer.on(World.PERMITTED, Answers.file("file"));
        var server =
            secured(good, Answers.redirect("http://files.example.org:" + plain.port() + "/"))) {
      Refusals.of(fetcher, at(server), World.policy(server, plain).build(), REDIRECT_INVALID);
      assertEquals(0, plain.connections());
    }
  }

  @Test
  void credentialsForTlsAreNotSentWithoutIt() throws IOException, GeneralSecurityException {
    try (var server = secured(good, Answers.file("file"));
        var plain = ScriptedServer.on(World.PERMITTED, Answers.file("file"))) {
      Credentials basic = new Credentials.Basic("user", "secret");
      FetchPolicy policy =
          World.policy(server, plain)
              .credentials(
                  Map.of(
                      Origin.parse("https://files.example.org:" + server.port()), basic,
                      Origin.parse("https://files.example.org:" + plain.port()), basic))
              .build();
      Refusals.fetch(fetcher, at(server), policy);
      Refusals.fetch(fetcher, World.at(plain).toString(), policy);
      assertTrue(server.requests().get(0).contains("authorization: Basic dXNlcjpzZWNyZXQ="));
      assertFalse(plain.requests().get(0).contains("authorization"));
    }
  }

  private static ScriptedServer secured(KeyStore store, String answer)
      throws IOException, GeneralSecurityException {
    return ScriptedServer.secured(Certificates.server(store), World.PERMITTED, answer);
  }

  private static String at(ScriptedServer server) {
    return "https://files.example.org:" + server.port() + "/file.csv";
  }
}
