package org.mlanalytics.files.fetching;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** No name leads into a network that is not public, whatever it resolves to. */
class HostileNetworkTest {

  private static final FetchPolicy NOTHING_PERMITTED =
      World.policy().permittedNetworks(List.of()).build();

  static Stream<Arguments> networks() {
    return Cases.of("networks.csv");
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("networks")
  void refused(String address, String what) {
    Refusals.of(
        resolvingTo(address),
        "http://files.example.org/",
        NOTHING_PERMITTED,
        RefusalReason.NETWORK_FORBIDDEN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "169.254.169.254",
        "169.254.170.2",
        "100.100.100.200",
        "168.63.129.16",
        "fd00:ec2::254",
        "fd20:ce::254"
      })
  void metadataAreNeverPermitted(String address) {
    FetchPolicy all = World.policy().permittedNetworks(List.of("0.0.0.0/0", "::/0")).build();
    Refusals.of(
        resolvingTo(address), "http://files.example.org/", all, RefusalReason.NETWORK_FORBIDDEN);
  }

  @Test
  void theForbiddenListenerIsNotReached() throws IOException {
    try (var listener = ScriptedServer.on(World.FORBIDDEN, Answers.file("inside"))) {
      FetchPolicy policy = World.policy(listener).hosts(List.of("*", World.FORBIDDEN)).build();
      for (String host : List.of("inside.example.org", "both.example.org", World.FORBIDDEN)) {
        String address = "http://" + host + ":" + listener.port() + "/";
        var refusal = Refusals.of(address, policy, RefusalReason.NETWORK_FORBIDDEN);
        assertTrue(refusal.detail().contains("127.0.0.2 is loopback"), refusal.detail());
      }
      assertEquals(0, listener.connections());

      FetchPolicy wider = World.policy(listener).permittedNetworks(List.of("127.0.0.0/8")).build();
      Refusals.fetch(World.fetcher(), "http://inside.example.org:" + listener.port() + "/", wider);
      assertEquals(1, listener.connections());
    }
  }

  @Test
  void whatIsForbiddenByNameOfTheNetworkIsNotPermittedByAnother() throws IOException {
    try (var listener = ScriptedServer.on(World.PERMITTED, Answers.file("inside"))) {
      FetchPolicy policy =
          World.policy(listener).forbiddenNetworks(List.of("127.0.0.0/30")).build();
      Refusals.of(World.at(listener).toString(), policy, RefusalReason.NETWORK_FORBIDDEN);
      assertEquals(0, listener.connections());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.1.1.1", "9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0", "126.255.255.255",
        "128.0.0.0", "172.15.255.255", "172.32.0.0", "192.0.1.0", "198.17.255.255", "198.20.0.0",
        "223.255.255.255", "2001:200::1", "2606:4700::1111", "2a00:1450::1"
      })
  void publicAddressesPass(String address) {
    assertEquals(Optional.empty(), new SpecialNetworks().kindOf(World.address(address)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"10.0.0.0/33", "10.0.0.1/8", "127.1/8", "fe80::1%lo/64", "::ffff:1.2.3.4", "a/8"})
  void notANetwork(String text) {
    assertThrows(IllegalArgumentException.class, () -> Network.parse(text));
  }

  private static Fetcher resolvingTo(String address) {
    return new Fetcher(host -> List.of(asGiven(address)), World.TLS, World.CLOCK);
  }

  /** IPv6 stays IPv6: the JDK makes IPv4 of mapped addresses where it can. */
  private static InetAddress asGiven(String address) throws UnknownHostException {
    InetAddress read = InetAddress.getByName(address);
    if (!address.contains(":") || read instanceof Inet6Address) {
      return read;
    }
    byte[] mapped =
        ByteBuffer.allocate(16)
            .putShort(10, (short) 0xffff)
            .position(12)
            .put(read.getAddress())
            .array();
    return Inet6Address.getByAddress("files.example.org", mapped, -1);
  }
}
