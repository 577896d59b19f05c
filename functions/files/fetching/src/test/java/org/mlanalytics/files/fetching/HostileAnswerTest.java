package org.mlanalytics.files.fetching;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A source that is allowed, and lies, drips, floods or falls silent. */
class HostileAnswerTest {

  private static final String OK = "HTTP/1.1 200 OK\r\n";
  private static final String CHUNKED = OK + "Transfer-Encoding: chunked\r\n\r\n";
  private static final Duration LONG = Duration.ofSeconds(30);
  private static final Duration SHORT = Duration.ofMillis(400);
  private static final CountDownLatch NEVER = new CountDownLatch(1);

  static Stream<Arguments> answers() {
    return Cases.of("answers.csv");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("answers")
  void refused(String what, String answer, RefusalReason reason) throws IOException {
    String bytes = answer.replace("\\r", "\r").replace("\\n", "\n").replace("\\0", "\0");
    try (var server = ScriptedServer.on(World.PERMITTED, bytes)) {
      refuse(server, World.policy(server), reason);
      assertEquals(1, server.connections());
    }
  }

  /** What is sent again and again, a header's or a body's part, and the reason of its end. */
  static Stream<Arguments> floods() {
    String kilo = "x".repeat(1024);
    return Stream.of(
        Arguments.of(
            "a body without end", CHUNKED, "400\r\n" + kilo + "\r\n", RefusalReason.TOO_LARGE),
        Arguments.of("headers without end", OK, "X-A: b\r\n", RefusalReason.HEADERS_TOO_LARGE),
        Arguments.of("a header without end", OK + "X-A: ", kilo, RefusalReason.HEADERS_TOO_LARGE),
        Arguments.of(
            "a folded header without end",
            OK + "X-A: b\r\n",
            " " + kilo + "\r\n",
            RefusalReason.HEADERS_TOO_LARGE),
        Arguments.of(
            "a status line without end", "HTTP/1.1 200 ", kilo, RefusalReason.HEADERS_TOO_LARGE),
        Arguments.of("a chunk's size without end", CHUNKED, "0", RefusalReason.HEADERS_TOO_LARGE),
        Arguments.of(
            "a chunk's extension without end",
            CHUNKED + "1;",
            kilo,
            RefusalReason.HEADERS_TOO_LARGE),
        Arguments.of(
            "trailers without end",
            CHUNKED + "0\r\n",
            "X-A: b\r\n",
            RefusalReason.HEADERS_TOO_LARGE),
        Arguments.of(
            "interim answers without end",
            "",
            "HTTP/1.1 102 P\r\n\r\n",
            RefusalReason.RESPONSE_INVALID));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("floods")
  void floods(String what, String start, String again, RefusalReason reason) throws IOException {
    ScriptedServer.Script script =
        out -> {
          write(out, start);
          while (true) {
            write(out, again);
          }
        };
    try (var server = ScriptedServer.on(World.PERMITTED, script)) {
      refuse(server, World.policy(server), reason);
    }
  }

  /** Sent byte by byte, each well within the idle time. */
  @ParameterizedTest
  @ValueSource(
      strings = {"", OK, OK + "Content-Length: 100000\r\n\r\n", CHUNKED, CHUNKED + "FFFF\r\n"})
  void slowDripEndsWithTheTotalTime(String start) throws IOException {
    ScriptedServer.Script script =
        out -> {
          write(out, start);
          while (!NEVER.await(5, TimeUnit.MILLISECONDS)) {
            write(out, "1");
          }
        };
    try (var server = ScriptedServer.on(World.PERMITTED, script)) {
      FetchPolicy.Builder policy = World.policy(server).times(new TimeLimits(LONG, LONG, SHORT));
      refuse(server, policy, RefusalReason.TOTAL_TIMED_OUT);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "HTTP/1.1 ", OK, OK + "Content-Length: 10\r\n\r\nabc", CHUNKED})
  void silenceEndsWithTheIdleTime(String start) throws IOException {
    ScriptedServer.Script script =
        out -> {
          write(out, start);
          NEVER.await(30, TimeUnit.SECONDS);
        };
    try (var server = ScriptedServer.on(World.PERMITTED, script)) {
      FetchPolicy.Builder policy = World.policy(server).times(new TimeLimits(LONG, SHORT, LONG));
      refuse(server, policy, RefusalReason.IDLE_TIMED_OUT);
    }
  }

  @Test
  void aSourceThatDoesNotHangUpIsNotWaitedFor() throws IOException {
    ScriptedServer.Script script =
        out -> {
          write(out, Answers.file("whole"));
          NEVER.await(60, TimeUnit.SECONDS);
        };
    try (var server = ScriptedServer.on(World.PERMITTED, script)) {
      var fetched =
          Refusals.fetch(
              World.fetcher(), World.at(server).toString(), World.policy(server).build());
      assertEquals(5, fetched.bytes());
    }
  }

  @Test
  void anotherFileThanExpected() throws IOException {
    try (var server = ScriptedServer.on(World.PERMITTED, Answers.file("file"));
        var endless = ScriptedServer.on(World.PERMITTED, OK + "\r\nfile and more")) {
      String other = Answers.sha256("another");
      expect(server, new Expected(5L, null), RefusalReason.SIZE_DIFFERS);
      expect(server, new Expected(null, other), RefusalReason.CHECKSUM_DIFFERS);
      expect(server, new Expected(4L, other), RefusalReason.CHECKSUM_DIFFERS);
      expect(endless, new Expected(4L, null), RefusalReason.SIZE_DIFFERS);
      expect(endless, new Expected(400L, null), RefusalReason.SIZE_DIFFERS);
    }
  }

  @Test
  void moreThanTheLimitIsNotWritten() throws IOException {
    var sink = new ByteArrayOutputStream();
    String body = "x".repeat(2000);
    try (var server =
        ScriptedServer.on(World.PERMITTED, CHUNKED + "7d0\r\n" + body + "\r\n0\r\n\r\n")) {
      FetchPolicy policy = World.policy(server).maxBytes(1000).build();
      try {
        World.fetcher().fetch(World.at(server), policy, sink);
      } catch (FetchRefusedException e) {
        assertEquals(RefusalReason.TOO_LARGE, e.reason());
      }
      assertTrue(sink.size() <= 1000);
    }
  }

  /** Whatever comes, it is the file or a refusal, and nothing else is thrown. */
  @Test
  void damagedAnswersAreFilesOrRefusals() throws IOException {
    byte[] whole =
        (CHUNKED.replace("\r\n\r\n", "\r\nX-A: b\r\n\r\n") + "4;a=b\r\nfile\r\n0\r\nX-T: t\r\n\r\n")
            .getBytes(StandardCharsets.ISO_8859_1);
    Random random = new Random(11);
    ScriptedServer.Script script =
        out -> {
          byte[] damaged = whole.clone();
          for (int i = 0; i <= random.nextInt(3); i++) {
            damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
          }
          out.write(damaged);
        };
    try (var server = ScriptedServer.on(World.PERMITTED, script)) {
      FetchPolicy policy = World.policy(server).hosts(List.of("files.example.org")).build();
      for (int round = 0; round < 150; round++) {
        try {
          Refusals.fetch(World.fetcher(), World.at(server).toString(), policy);
        } catch (FetchRefusedException e) {
          assertTrue(e.reason().group() != RefusalReason.Group.ADDRESS, e.detail());
        }
      }
    }
  }

  private static void expect(ScriptedServer server, Expected expected, RefusalReason reason) {
    FetchPolicy policy = World.policy(server).build();
    Refusals.of(World.fetcher(), World.at(server).toString(), policy, expected, reason);
  }

  private static void refuse(
      ScriptedServer server, FetchPolicy.Builder policy, RefusalReason reason) {
    Refusals.of(World.at(server).toString(), policy.build(), reason);
  }

  private static void write(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.ISO_8859_1));
    out.flush();
  }
}
