package org.mlanalytics.files.fetching;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/**
 * A network of addresses, such as {@code 10.0.0.0/8} or {@code fd00::/8}.
 *
 * @param base its first address
 * @param bits length of the prefix
 */
public record Network(InetAddress base, int bits) {

  private static final Pattern TEXT = Pattern.compile("([0-9a-fA-F:.]+)(?:/(\\d{1,3}))?");

  /**
   * Reads {@code address/bits}; an address alone is a network of one.
   *
   * @throws IllegalArgumentException if it is not a network, or has bits behind its prefix
   */
  public static Network parse(String text) {
    var parts = TEXT.matcher(text.strip());
    if (!parts.matches() || !HostSpelling.isAddress(parts.group(1))) {
      throw new IllegalArgumentException("not a network: " + text);
    }
    InetAddress base = address(parts.group(1));
    int length = base.getAddress().length * 8;
    int bits = parts.group(2) == null ? length : Integer.parseInt(parts.group(2));
    if (bits > length || !isZeroBehind(base.getAddress(), bits)) {
      throw new IllegalArgumentException("not the beginning of a network: " + text);
    }
    return new Network(base, bits);
  }

  /** Whether the address is of this network; an address of the other family never is. */
  public boolean contains(InetAddress address) {
    byte[] mine = base.getAddress();
    byte[] other = address.getAddress();
    if (mine.length != other.length) {
      return false;
    }
    for (int bit = 0; bit < bits; bit += 8) {
      int mask = bits - bit >= 8 ? 0xff : 0xff << (8 - (bits - bit));
      if (((mine[bit / 8] ^ other[bit / 8]) & mask) != 0) {
        return false;
      }
    }
    return true;
  }

  @Override
  public String toString() {
    return base.getHostAddress() + "/" + bits;
  }

  private static boolean isZeroBehind(byte[] address, int bits) {
    for (int bit = bits; bit < address.length * 8; bit++) {
      if ((address[bit / 8] & (0x80 >> (bit % 8))) != 0) {
        return false;
      }
    }
    return true;
  }

  private static InetAddress address(String literal) {
    try {
      return InetAddress.getByName(literal);
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException("not an address: " + literal, e);
    }
  }
}
