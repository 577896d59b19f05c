package org.mlanalytics.files.fetching;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FetcherTest {

  private static final String ALARMS = "station,value\n1,2\n";

  private final ByteArrayOutputStream sink = new ByteArrayOutputStream();

  @Test
  void copiesTheBytesAsTheyAre() throws IOException {
    try (var server = ScriptedServer.on("127.0.0.1", Answers.file(ALARMS))) {
      Fetched fetched = fetch(server, "/alarms.csv?day=1");

      assertEquals(ALARMS, sink.toString(StandardCharsets.UTF_8));
      assertEquals(ALARMS.length(), fetched.bytes());
      assertEquals(Answers.sha256(ALARMS), fetched.sha256());
      String request = server.requests().get(0);
      assertTrue(request.startsWith("GET /alarms.csv?day=1 HTTP/1.1\r\n"), request);
      assertTrue(request.contains("host: files.example.org:" + server.port() + "\r\n"), request);
      assertFalse(request.contains("authorization"), request);
    }
  }

  @Test
  void followsARedirectByARelativeAddress() throws IOException {
    try (var file = ScriptedServer.on("127.0.0.1", Answers.file(ALARMS));
        var first =
            ScriptedServer.on(
                "127.0.0.1", Answers.redirect("//files.example.org:" + file.port() + "/b"))) {
      Fetched fetched =
          new Fetcher(World.NAMES, World.TLS, World.CLOCK)
              .fetch(World.at(first), World.policy(first, file).build(), sink);
      assertEquals(1, fetched.redirects());
      assertEquals("/b", fetched.source().getPath());
      assertEquals(ALARMS, sink.toString(StandardCharsets.UTF_8));
    }
  }

  @Test
  void takesWhatWasExpected() throws IOException {
    String body = "HTTP/1.1 200 OK\r\n\r\n" + ALARMS;
    try (var server = ScriptedServer.on("127.0.0.1", body)) {
      var expected = new Expected((long) ALARMS.length(), Answers.sha256(ALARMS));
      Fetched fetched =
          World.fetcher().fetch(World.at(server), World.policy(server).build(), expected, sink);
      assertEquals(ALARMS.length(), fetched.bytes());
    }
  }

  @Test
  void aFaultOfTheSinkIsThrownAsItIs() throws IOException {
    IOException full = new IOException("full");
    OutputStream failing =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw full;
          }
        };
    try (var server = ScriptedServer.on("127.0.0.1", Answers.file(ALARMS))) {
      IOException thrown =
          assertThrows(
              IOException.class,
              () -> World.fetcher().fetch(World.at(server), World.policy(server).build(), failing));
      assertSame(full, thrown);
    }
  }

  @Test
  void credentialsGoToTheirOriginOnly() throws IOException {
    try (var file = ScriptedServer.on("127.0.0.1", Answers.file(ALARMS));
        var first =
            ScriptedServer.on(
                "127.0.0.1", Answers.redirect("http://files.example.org:" + file.port() + "/b"))) {
      Map<Origin, Credentials> credentials =
          Map.of(
              Origin.parse("http://files.example.org:" + first.port()),
              new Credentials.Bearer("secret"));
      World.fetcher()
          .fetch(World.at(first), World.policy(first, file).credentials(credentials).build(), sink);
      assertTrue(first.requests().get(0).contains("authorization: Bearer secret\r\n"));
      assertFalse(file.requests().get(0).contains("secret"));
    }
  }

  @Test
  void secretsAreNotWritten() {
    List<Object> holders =
        List.of(
            new Credentials.Bearer("secret"),
            new Credentials.Basic("user", "secret"),
            FetchPolicy.builder()
                .credentials(
                    Map.of(Origin.parse("https://a.example.org"), new Credentials.Bearer("secret")))
                .build());
    assertFalse(holders.toString().contains("secret"), holders.toString());
  }

  private Fetched fetch(ScriptedServer server, String target) throws IOException {
    return World.fetcher()
        .fetch(World.at(server).resolve(target), World.policy(server).build(), sink);
  }
}
