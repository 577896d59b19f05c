package org.mlanalytics.files.fetching;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages reach who may be reached and nobody else, and no answer holds them up. */
class PosterTest {

  private static final byte[] BODY = "{\"é\":1}".getBytes(StandardCharsets.UTF_8);
  private static final Duration LONG = Duration.ofSeconds(30);
  private static final Duration SHORT = Duration.ofMillis(400);
  private static final CountDownLatch NEVER = new CountDownLatch(1);

  private final Poster poster = new Poster(World.NAMES, World.TLS);

  @Test
  void aMessageIsSentAsItIs() throws IOException {
    try (var server = ScriptedServer.on(World.PERMITTED, "HTTP/1.1 204 No Content\r\n\r\n")) {
      URI uri = URI.create("http://files.example.org:" + server.port() + "/hook?a=b");

      assertEquals(
          204, poster.post(uri, Map.of("webhook-id", "7"), BODY, World.policy(server).build()));

      String request = server.requests().get(0);
      assertTrue(request.startsWith("POST /hook?a=b HTTP/1.1\r\n"), request);
      assertTrue(request.contains("host: files.example.org:" + server.port() + "\r\n"), request);
      assertTrue(request.contains("webhook-id: 7\r\n"), request);
      assertTrue(request.contains("content-length: 8\r\n"), request);
      assertTrue(request.endsWith("\r\n\r\n{\"é\":1}"), request);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 201, 301, 307, 404, 410, 429, 500})
  void theStatusIsTold(int status) throws IOException {
    String answer =
        "HTTP/1.1 %d X\r\nLocation: /again\r\nContent-Length: 2\r\n\r\nok".formatted(status);
    try (var server = ScriptedServer.on(World.PERMITTED, answer)) {
      assertEquals(status, post(World.at(server).toString(), World.policy(server)));
      assertEquals(1, server.connections());
    }
  }

  @Test
  void noRedirectIsFollowed() throws IOException {
    try (var forbidden = ScriptedServer.on(World.FORBIDDEN, Answers.file("inside"));
        var permitted = ScriptedServer.on(World.PERMITTED, Answers.file("outside"))) {
      for (ScriptedServer other : List.of(forbidden, permitted)) {
        String there = "http://127.0.0." + (other == forbidden ? 2 : 1) + ":" + other.port() + "/";
        try (var server = ScriptedServer.on(World.PERMITTED, Answers.redirect(there))) {
          var policy = World.policy(server, other).hosts(List.of("*", "127.0.0.1", "127.0.0.2"));
          assertEquals(302, post(World.at(server).toString(), policy));
          assertEquals(0, other.connections(), there);
        }
      }
    }
  }

  @Test
  void hostileAddressesAreNotReached() throws IOException {
    try (var listener = ScriptedServer.on(World.FORBIDDEN, Answers.file("inside"))) {
      var policy = World.policy(listener).hosts(List.of("*", World.FORBIDDEN, "169.254.169.254"));
      List<Object[]> cases =
          Cases.of("redirects.csv")
              .map(arguments -> arguments.get())
              .filter(parts -> parts[0].toString().matches("(?i)[a-z]+:.*"))
              .filter(parts -> !parts[1].equals(RefusalReason.REDIRECT_INVALID.name()))
              .toList();
      assertTrue(cases.size() > 12, cases.size() + " cases");
      for (Object[] parts : cases) {
        String address = parts[0].toString().replace("{port}", String.valueOf(listener.port()));
        refuse(address, policy, RefusalReason.valueOf(parts[1].toString()));
      }
      assertEquals(0, listener.connections());

      String inside = "http://inside.example.org:" + listener.port() + "/";
      assertEquals(200, post(inside, policy.permittedNetworks(List.of("127.0.0.0/8"))));
      assertEquals(1, listener.connections());
    }
  }

  @Test
  void oddSpellingsAreNotReached() throws IOException {
    Poster careless = new Poster(h -> List.of(InetAddress.getByName("127.0.0.1")), World.TLS);
    try (var listener = ScriptedServer.on(World.PERMITTED, Answers.file("inside"))) {
      FetchPolicy policy =
          World.policy(listener).schemes(List.of("http")).hosts(List.of("*", "127.0.0.1")).build();
      for (Object[] parts : Cases.of("spellings.csv").map(arguments -> arguments.get()).toList()) {
        String address = parts[0].toString().replace("{port}", String.valueOf(listener.port()));
        assertThrows(
            FetchRefusedException.class,
            () -> careless.post(Fetcher.address(address), Map.of(), BODY, policy),
            address);
      }
      assertEquals(0, listener.connections());
    }
  }

  @Test
  void whatTheListsDoNotNameIsRefusedWithoutAskingAnybody() throws IOException {
    AtomicInteger asked = new AtomicInteger();
    Poster blind =
        new Poster(
            host -> {
              asked.incrementAndGet();
              return List.of();
            },
            World.TLS);
    FetchPolicy policy =
        FetchPolicy.builder().schemes(List.of("https")).hosts(List.of("hook.example.org")).build();

    blind.check(URI.create("https://hook.example.org/a"), policy);
    for (String other :
        List.of(
            "http://hook.example.org/",
            "https://other.example.org/",
            "https://hook.example.org:8443/",
            "https://user@hook.example.org/",
            "/hook")) {
      URI uri = URI.create(other);
      assertThrows(FetchRefusedException.class, () -> blind.check(uri, policy), other);
      assertThrows(
          FetchRefusedException.class, () -> blind.post(uri, Map.of(), BODY, policy), other);
    }
    assertEquals(0, asked.get());
  }

  /** What follows a status: nothing, a part, something endless, something that is no HTTP. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Length: 9\r\n\r\nabc",
        "Transfer-Encoding: chunked\r\n\r\nzz\r\n",
        "Transfer-Encoding: chunked\r\n\r\n400\r\n",
        "\r\n"
      })
  void anAnswerIsItsStatus(String rest) throws IOException {
    ScriptedServer.Script script =
        out -> {
          out.write(("HTTP/1.1 200 OK\r\n" + rest).getBytes(StandardCharsets.UTF_8));
          out.flush();
          while (!NEVER.await(1, TimeUnit.MILLISECONDS)) {
            out.write(new byte[4096]);
          }
        };
    try (var server = ScriptedServer.on(World.PERMITTED, script)) {
      assertEquals(200, post(World.at(server).toString(), World.policy(server)));
    }
  }

  @Test
  void silenceAndSlowDripEnd() throws IOException {
    ScriptedServer.Script drip =
        out -> {
          while (!NEVER.await(5, TimeUnit.MILLISECONDS)) {
            out.write('H');
            out.flush();
          }
        };
    try (var server = ScriptedServer.on(World.PERMITTED, drip);
        var silent = ScriptedServer.on(World.PERMITTED, out -> NEVER.await(30, TimeUnit.SECONDS));
        var gone = ScriptedServer.on(World.PERMITTED, "")) {
      refuse(server, new TimeLimits(LONG, LONG, SHORT), RefusalReason.TOTAL_TIMED_OUT);
      refuse(silent, new TimeLimits(LONG, SHORT, LONG), RefusalReason.IDLE_TIMED_OUT);
      refuse(gone, new TimeLimits(LONG, LONG, LONG), RefusalReason.CONNECTION_LOST);
    }
  }

  @Test
  @Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void aReceiverThatDoesNotReadHoldsNobodyUp() throws IOException {
    try (ServerSocket deaf = new ServerSocket()) {
      deaf.setReceiveBufferSize(1024);
      deaf.bind(new InetSocketAddress(World.PERMITTED, 0));
      FetchPolicy policy =
          World.policy()
              .ports(List.of(deaf.getLocalPort()))
              .times(new TimeLimits(LONG, SHORT, LONG))
              .build();
      URI uri = URI.create("http://files.example.org:" + deaf.getLocalPort() + "/");

      var refusal =
          assertThrows(
              FetchRefusedException.class,
              () -> poster.post(uri, Map.of(), new byte[Poster.LARGEST], policy));
      assertEquals(RefusalReason.IDLE_TIMED_OUT, refusal.reason());
    }
  }

  private int post(String address, FetchPolicy.Builder policy) throws IOException {
    return poster.post(Fetcher.address(address), Map.of(), BODY, policy.build());
  }

  private void refuse(ScriptedServer server, TimeLimits times, RefusalReason reason) {
    refuse(World.at(server).toString(), World.policy(server).times(times), reason);
  }

  private void refuse(String address, FetchPolicy.Builder policy, RefusalReason reason) {
    var refusal = assertThrows(FetchRefusedException.class, () -> post(address, policy), address);
    assertEquals(reason, refusal.reason(), address + ": " + refusal.detail());
  }
}
