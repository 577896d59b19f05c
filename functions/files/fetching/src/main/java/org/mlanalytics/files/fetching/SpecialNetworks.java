package org.mlanalytics.files.fetching;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;

/**
 * Addresses that are not a host of the public Internet, by IANA's registries of special-purpose
 * addresses (RFC 6890). Of IPv6 only 2000::/3 is public at all, which leaves out loopback, unique
 * local, link-local, multicast, mapped and NAT64 addresses. The tables are fields of an object: a
 * native executable can't hold addresses that were made when it was built.
 */
final class SpecialNetworks {

  private final Network publicV6 = Network.parse("2000::/3");

  private final List<Named> special =
      List.of(
          named("0.0.0.0/8", "this network"),
          named("10.0.0.0/8", "private"),
          named("100.64.0.0/10", "shared"),
          named("127.0.0.0/8", "loopback"),
          named("169.254.0.0/16", "link-local"),
          named("172.16.0.0/12", "private"),
          named("192.0.0.0/24", "protocol assignments"),
          named("192.0.2.0/24", "documentation"),
          named("192.88.99.0/24", "6to4 relay"),
          named("192.168.0.0/16", "private"),
          named("198.18.0.0/15", "benchmark"),
          named("198.51.100.0/24", "documentation"),
          named("203.0.113.0/24", "documentation"),
          named("224.0.0.0/4", "multicast"),
          named("240.0.0.0/4", "reserved"),
          named("2001::/23", "protocol assignments, Teredo"),
          named("2001:db8::/32", "documentation"),
          named("2002::/16", "6to4"),
          named("3fff::/20", "documentation"));

  /**
   * Services of clouds that hand out credentials to whoever asks; no configuration permits them.
   */
  private final List<Network> metadata =
      List.of(
          Network.parse("169.254.169.254"),
          Network.parse("169.254.170.2"),
          Network.parse("169.254.170.23"),
          Network.parse("100.100.100.200"),
          Network.parse("168.63.129.16"),
          Network.parse("192.0.0.192"),
          Network.parse("fd00:ec2::254"),
          Network.parse("fd00:ec2::23"),
          Network.parse("fd20:ce::254"));

  /** What the address is, unless it is a host of the public Internet. */
  Optional<String> kindOf(InetAddress address) {
    if (address instanceof Inet6Address && !publicV6.contains(address)) {
      return Optional.of("not public");
    }
    if (isIsatap(address)) {
      return Optional.of("ISATAP");
    }
    return special.stream()
        .filter(named -> named.network.contains(address))
        .map(Named::kind)
        .findFirst();
  }

  /** Whether the address is a cloud's metadata service, or may stand for one in IPv6. */
  boolean isMetadata(InetAddress address) {
    return metadata.stream().anyMatch(network -> network.contains(address));
  }

  /** RFC 5214: an IPv4 address behind 5efe in the second half. */
  private static boolean isIsatap(InetAddress address) {
    byte[] bytes = address.getAddress();
    return bytes.length == 16
        && (bytes[8] & 0xfd) == 0
        && bytes[9] == 0
        && bytes[10] == 0x5e
        && bytes[11] == (byte) 0xfe;
  }

  private static Named named(String network, String kind) {
    return new Named(Network.parse(network), kind);
  }

  private record Named(Network network, String kind) {}
}
