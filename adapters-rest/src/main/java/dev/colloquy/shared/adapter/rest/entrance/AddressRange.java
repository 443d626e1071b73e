package dev.colloquy.shared.adapter.rest.entrance;

import io.netty.util.NetUtil;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A block of network addresses in CIDR form (RFC 4632); no name is ever looked up. */
final class AddressRange {

  private final byte[] network;
  private final int bits;

  private AddressRange(byte[] network, int bits) {
    this.network = network;
    this.bits = bits;
  }

  static AddressRange parse(String text) {
    String[] parts = text.strip().split("/", -1);
    byte[] network = bytes(parts[0]);
    if (network == null || parts.length > 2) {
      throw new IllegalArgumentException("\"" + text + "\" is no address or range of addresses");
    }
    int bits = parts.length == 1 ? network.length * 8 : number(parts[1]);
    if (bits < 0 || bits > network.length * 8) {
      throw new IllegalArgumentException("\"" + text + "\" has an impossible prefix length");
    }
    return new AddressRange(network, bits);
  }

  private static int number(String text) {
    return text.matches("[0-9]{1,3}") ? Integer.parseInt(text) : -1;
  }

  /** The address as we write it; empty for what is none. */
  static Optional<String> canonical(String text) {
    return Optional.ofNullable(bytes(text)).map(NetUtil::bytesToIpAddress);
  }

  boolean contains(String address) {
    byte[] bytes = bytes(address);
    if (bytes == null || bytes.length != network.length) {
      return false;
    }
    int whole = bits / 8;
    int mask = 0xFF00 >> (bits % 8) & 0xFF;
    return Arrays.equals(bytes, 0, whole, network, 0, whole)
        && (mask == 0 || (bytes[whole] & mask) == (network[whole] & mask));
  }

  // An IPv4 address mapped into IPv6 is the IPv4 address.
  private static byte @Nullable [] bytes(String text) {
    byte[] bytes = NetUtil.createByteArrayFromIpAddressString(text);
    boolean mapped =
        bytes != null
            && bytes.length == 16
            && Arrays.equals(bytes, 0, 10, new byte[10], 0, 10)
            && bytes[10] == -1
            && bytes[11] == -1;
    return mapped ? Arrays.copyOfRange(bytes, 12, 16) : bytes;
  }
}
