package org.mlanalytics.files.fetching;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLSocketFactory;

/**
 * Names and networks of the tests: {@code files.example.org} is at 127.0.0.1, which the policy
 * permits; the rest of the loopback network stays forbidden, and a listener there must not be
 * reached.
 */
final class World {

  static final String PERMITTED = "127.0.0.1";
  static final String FORBIDDEN = "127.0.0.2";

  static final SSLSocketFactory TLS = (SSLSocketFactory) SSLSocketFactory.getDefault();
  static final Clock CLOCK = Clock.fixed(Instant.parse("2013-05-24T00:00:00Z"), ZoneOffset.UTC);

  private static final Map<String, List<String>> ADDRESSES =
      Map.of(
          "files.example.org", List.of(PERMITTED),
          "inside.example.org", List.of(FORBIDDEN),
          "both.example.org", List.of(PERMITTED, FORBIDDEN),
          "metadata.example.org", List.of("169.254.169.254"));

  static final Resolver NAMES = host -> addresses(host, ADDRESSES.get(host));

  private World() {}

  static Fetcher fetcher() {
    return new Fetcher(NAMES, TLS, CLOCK);
  }

  static URI at(ScriptedServer server) {
    return URI.create("http://files.example.org:" + server.port() + "/file.csv");
  }

  /** Any name, the ports of the servers, 127.0.0.1, and times that no test waits for. */
  static FetchPolicy.Builder policy(ScriptedServer... servers) {
    return FetchPolicy.builder()
        .schemes(List.of("http", "https"))
        .hosts(List.of("*"))
        .ports(Arrays.stream(servers).map(ScriptedServer::port).toList())
        .permittedNetworks(List.of(PERMITTED + "/32"))
        .maxBytes(1 << 20)
        .times(
            new TimeLimits(Duration.ofSeconds(20), Duration.ofSeconds(20), Duration.ofSeconds(60)));
  }

  static InetAddress address(String literal) {
    try {
      return InetAddress.getByName(literal);
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static List<InetAddress> addresses(String host, List<String> literals)
      throws UnknownHostException {
    if (literals == null) {
      throw new UnknownHostException(host);
    }
    return literals.stream().map(World::address).toList();
  }
}
