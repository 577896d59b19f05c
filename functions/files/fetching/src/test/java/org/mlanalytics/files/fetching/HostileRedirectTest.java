package org.mlanalytics.files.fetching;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Redirects lead to nothing that the first address could not have named. */
class HostileRedirectTest {

  private ScriptedServer forbidden;

  @BeforeEach
  void listen() throws IOException {
    forbidden = ScriptedServer.on(World.FORBIDDEN, Answers.file("inside"));
  }

  @AfterEach
  void stop() throws IOException {
    forbidden.close();
  }

  static Stream<Arguments> redirects() {
    return Cases.of("redirects.csv");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("redirects")
  void refused(String location, RefusalReason reason) throws IOException {
    try (var source = ScriptedServer.on(World.PERMITTED, Answers.redirect(at(location)))) {
      Refusals.of(World.at(source).toString(), policy(source).build(), reason);
      assertEquals(1, source.connections());
      assertEquals(0, forbidden.connections());
    }
  }

  @Test
  void thePermittedListenerIsReached() throws IOException {
    String location = at("http://inside.example.org:{port}/");
    try (var source = ScriptedServer.on(World.PERMITTED, Answers.redirect(location))) {
      FetchPolicy wider = policy(source).permittedNetworks(List.of("127.0.0.0/8")).build();
      Refusals.fetch(World.fetcher(), World.at(source).toString(), wider);
      assertEquals(1, forbidden.connections());
    }
  }

  @Test
  void aLoop() throws IOException {
    try (var source = ScriptedServer.on(World.PERMITTED, Answers.redirect("/file.csv"))) {
      Refusals.of(
          World.at(source).toString(), policy(source).build(), RefusalReason.TOO_MANY_REDIRECTS);
      assertEquals(4, source.connections());
    }
  }

  @Test
  void noneWhereNoneIsAllowed() throws IOException {
    try (var source = ScriptedServer.on(World.PERMITTED, Answers.redirect("/other"))) {
      Refusals.of(
          World.at(source).toString(),
          policy(source).maxRedirects(0).build(),
          RefusalReason.TOO_MANY_REDIRECTS);
      assertEquals(1, source.connections());
    }
  }

  @Test
  void aRedirectToNowhereOrToTwoPlaces() throws IOException {
    String two = "HTTP/1.1 302 Found\r\nLocation: /a\r\nLocation: /b\r\n\r\n";
    for (String answer : List.of("HTTP/1.1 302 Found\r\n\r\n", two)) {
      try (var source = ScriptedServer.on(World.PERMITTED, answer)) {
        Refusals.of(
            World.at(source).toString(), policy(source).build(), RefusalReason.REDIRECT_INVALID);
      }
    }
  }

  private FetchPolicy.Builder policy(ScriptedServer source) {
    return World.policy(source, forbidden).hosts(List.of("*", World.FORBIDDEN, "169.254.169.254"));
  }

  private String at(String location) {
    return location.replace("{port}", Integer.toString(forbidden.port()));
  }
}
