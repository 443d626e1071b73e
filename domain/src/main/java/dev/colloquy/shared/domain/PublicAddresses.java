package dev.colloquy.shared.domain;

import java.math.BigInteger;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;

/** Which addresses lead into the internet, by IANA's registries of special-purpose addresses. */
final class PublicAddresses {

  private static final List<Range> SPECIAL_IPV4 =
      Stream.of(
              "0.0.0.0/8", // this network
              "10.0.0.0/8", // private
              "100.64.0.0/10", // shared by carriers
              "127.0.0.0/8", // loopback
              "169.254.0.0/16", // link-local, and the clouds' metadata
              "172.16.0.0/12", // private
              "192.0.0.0/24", // protocol assignments
              "192.0.2.0/24", // documentation
              "192.88.99.0/24", // 6to4 relays
              "192.168.0.0/16", // private
              "198.18.0.0/15", // benchmarks
              "198.51.100.0/24", // documentation
              "203.0.113.0/24", // documentation
              "224.0.0.0/4", // multicast
              "240.0.0.0/4") // reserved, and broadcast
          .map(Range::of)
          .toList();

  /** All else of IPv6 is loopback, mapped, translated, local, multicast or not given out. */
  private static final Range GLOBAL_IPV6 = Range.of("2000::/3");

  private static final List<Range> SPECIAL_IPV6 =
      Stream.of(
              "2001::/23", // protocol assignments, Teredo among them
              "2001:db8::/32", // documentation
              "2002::/16", // 6to4, which carries an address of IPv4
              "3fff::/20") // documentation
          .map(Range::of)
          .toList();

  private PublicAddresses() {}

  static boolean contain(InetAddress address) {
    return address instanceof Inet4Address
        ? SPECIAL_IPV4.stream().noneMatch(it -> it.contains(address))
        : GLOBAL_IPV6.contains(address)
            && SPECIAL_IPV6.stream().noneMatch(it -> it.contains(address));
  }

  /** The addresses whose first bits are these. */
  private record Range(BigInteger prefix, int dropped) {

    static Range of(String cidr) {
      int slash = cidr.indexOf('/');
      InetAddress first = InetAddress.ofLiteral(cidr.substring(0, slash));
      int bits = first.getAddress().length * Byte.SIZE;
      int dropped = bits - Integer.parseInt(cidr.substring(slash + 1));
      return new Range(number(first).shiftRight(dropped), dropped);
    }

    boolean contains(InetAddress address) {
      return number(address).shiftRight(dropped).equals(prefix);
    }

    private static BigInteger number(InetAddress address) {
      return new BigInteger(1, address.getAddress());
    }
  }
}
