package dev.colloquy.shared.adapter.rest.entrance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class TrustedProxiesTest {

  private final TrustedProxies proxies = TrustedProxies.of(List.of("10.0.0.0/8", "::1"));

  @Test
  void believesNobodyByDefault() {
    assertThat(TrustedProxies.of(List.of()).client("10.0.0.1", List.of("1.2.3.4")))
        .isEqualTo("10.0.0.1");
  }

  @Test
  void believesNobodyButTrustedProxies() {
    assertThat(proxies.client("11.0.0.1", List.of("1.2.3.4"))).isEqualTo("11.0.0.1");
    assertThat(proxies.client("10.9.9.9", List.of("1.2.3.4"))).isEqualTo("1.2.3.4");
    assertThat(proxies.client("::1", List.of("1.2.3.4"))).isEqualTo("1.2.3.4");
  }

  @Test
  void takesTheLastAddressThatNoTrustedProxyHas() {
    assertThat(proxies.client("10.0.0.1", List.of("6.6.6.6, 1.2.3.4", "10.0.0.2")))
        .isEqualTo("1.2.3.4");
  }

  @Test
  void stopsAtWhatIsNoAddress() {
    assertThat(proxies.client("10.0.0.1", List.of("1.2.3.4, \r\nforged"))).isEqualTo("10.0.0.1");
    assertThat(proxies.client("10.0.0.1", List.of())).isEqualTo("10.0.0.1");
  }

  @Test
  void readsAMappedAddressAsTheOneItIs() {
    assertThat(proxies.client("::ffff:10.0.0.1", List.of("1.2.3.4"))).isEqualTo("1.2.3.4");
  }

  @Test
  void refusesRangesThatAreNone() {
    assertThatThrownBy(() -> TrustedProxies.of(List.of("proxy.example")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> TrustedProxies.of(List.of("10.0.0.0/33")))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
