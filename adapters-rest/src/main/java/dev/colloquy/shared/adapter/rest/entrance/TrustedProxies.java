package dev.colloquy.shared.adapter.rest.entrance;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Whose word counts on where a request came from. {@code X-Forwarded-For} is read from its end, as
 * each proxy adds the address it has seen; the first that is no trusted proxy's is the client's.
 * Whatever stands before it anybody may have written.
 */
public final class TrustedProxies {

  private final List<AddressRange> ranges;

  private TrustedProxies(List<AddressRange> ranges) {
    this.ranges = ranges;
  }

  /**
   * Takes addresses and ranges such as {@code 10.0.0.0/8}.
   *
   * @throws IllegalArgumentException with a sentence about the first that is none
   */
  public static TrustedProxies of(List<String> ranges) {
    return new TrustedProxies(ranges.stream().map(AddressRange::parse).toList());
  }

  /** Who sent the request, by the peer's address and the header's lines. */
  String client(String peer, List<String> forwardedFor) {
    String client = peer;
    List<String> hops =
        Arrays.stream(String.join(",", forwardedFor).split(",", -1)).map(String::strip).toList();
    for (String hop : hops.reversed()) {
      Optional<String> address = trusts(client) ? AddressRange.canonical(hop) : Optional.empty();
      if (address.isEmpty()) {
        return client;
      }
      client = address.get();
    }
    return client;
  }

  private boolean trusts(String address) {
    return ranges.stream().anyMatch(range -> range.contains(address));
  }
}
