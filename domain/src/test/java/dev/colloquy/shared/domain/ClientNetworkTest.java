package dev.colloquy.shared.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ClientNetworkTest {

  @Test
  void isTheFirstHalfOfAnIpv6Address() {
    assertThat(ClientNetwork.of("2001:db8:1:2:3:4:5:6"))
        .isEqualTo("2001:db8:1:2:")
        .isEqualTo(ClientNetwork.of("2001:0DB8:0001:0002::1"))
        .isEqualTo(ClientNetwork.of("2001:db8:1:2::"))
        .isNotEqualTo(ClientNetwork.of("2001:db8:1:3::1"));
    assertThat(ClientNetwork.of("::1")).isEqualTo("0:0:0:0:");
  }

  /**
   * Whoever has a network must not get a counter for each of its addresses by how he writes them.
   */
  @Test
  void isTheNetworkEvenWhereTheAddressEndsLikeOneOfIpv4() {
    assertThat(ClientNetwork.of("2001:db8:1:2::192.0.2.1"))
        .isEqualTo(ClientNetwork.of("2001:db8:1:2::192.0.2.2"));
  }

  @Test
  void isAnIpv4AddressHoweverItIsWritten() {
    assertThat(ClientNetwork.of("192.0.2.1")).isEqualTo("192.0.2.1");
    assertThat(ClientNetwork.of("::ffff:192.0.2.1")).isEqualTo("192.0.2.1");
  }
}
