package org.mlanalytics.files.fetching;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Odd spellings, other schemes and users in the address never reach what they mean. */
class HostileSpellingTest {

  /** Reads every spelling as 127.0.0.1, as resolvers of operating systems like to do. */
  private static final Resolver CARELESS = host -> List.of(InetAddress.getByName(World.PERMITTED));

  private final Fetcher fetcher = new Fetcher(CARELESS, World.TLS, World.CLOCK);
  private ScriptedServer listener;

  @BeforeEach
  void listen() throws IOException {
    listener = ScriptedServer.on(World.PERMITTED, Answers.file("inside"));
  }

  @AfterEach
  void stop() throws IOException {
    listener.close();
  }

  static Stream<Arguments> spellings() {
    return Cases.of("spellings.csv");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("spellings")
  void refused(String address, RefusalReason reason) {
    Refusals.of(fetcher, at(address), policy(), reason);
    assertEquals(0, listener.connections());
  }

  @Test
  void thePlainSpellingReachesTheListener() throws IOException {
    Refusals.fetch(fetcher, at("http://files.example.org:{port}/"), policy());
    Refusals.fetch(fetcher, at("HTTP://Files.Example.ORG:{port}/"), policy());
    Refusals.fetch(fetcher, at("http://xn--fls-nqa.example.org:{port}/"), policy());
    Refusals.fetch(fetcher, at("http://127.0.0.1:{port}/"), policy());
    assertEquals(4, listener.connections());
  }

  @Test
  void aHostThatIsNotListed() {
    FetchPolicy narrow =
        World.policy(listener).hosts(List.of("files.example.org", "*.example.net")).build();
    for (String host :
        List.of("example.org", "files.example.org.example.com", "example.net", "evilexample.net")) {
      Refusals.of(fetcher, at("http://" + host + ":{port}/"), narrow, RefusalReason.HOST_FORBIDDEN);
    }
    assertEquals(0, listener.connections());
  }

  private FetchPolicy policy() {
    return World.policy(listener)
        .schemes(List.of("http"))
        .hosts(List.of("*", "127.0.0.1"))
        .permittedNetworks(List.of("127.0.0.0/8", "::1"))
        .build();
  }

  private String at(String address) {
    return address.replace("{port}", Integer.toString(listener.port()));
  }
}
