package dev.colloquy.shared.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** L1: whatever a host is written like, it leads to a public address or is refused. */
final class AddressRulesTest {

  private static final AddressRules STRICT = new AddressRules(Set.of());
  private static final AddressRules AT_HOME =
      AddressRules.allowing(List.of("LocalHost", "10.0.0.5", "[FD00::7]", "gpu_1"));

  private static List<InetAddress> addresses(String... literals) {
    return Stream.of(literals).map(InetAddress::ofLiteral).toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "api.openai.com",
        "API.OpenAI.com",
        "xn--bcher-kva.example",
        "my_host.example.org",
        "3com.com",
        "1.2.3.4.nip.io",
        "8.8.8.8",
        "172.32.0.1",
        "192.0.1.1",
        "100.128.0.1",
        "223.255.255.255",
        "[2606:4700::1111]",
        "2a00:1450:4001:81b::200e",
        "localhost.example.com"
      })
  void namesWhatIsPublic(String host) {
    assertThat(STRICT.mayName(host)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".",
        "localhost",
        "LOCALHOST",
        "localhost.",
        "a.localhost",
        "printer.local",
        "metadata.google.internal",
        "nas.home.arpa",
        "ollama",
        "127.0.0.1",
        "127.0.0.1.",
        "127.1",
        "127.0.1",
        "2130706433",
        "0x7f000001",
        "0x7f.0.0.1",
        "0177.0.0.1",
        "0177.0.0.01",
        "127.0.0.01",
        "127.0.0.0x1",
        "127.0.0.256",
        "1.2.3.4.5",
        "0",
        "0.0.0.0",
        "10.0.0.5",
        "100.64.0.1",
        "100.127.255.255",
        "169.254.169.254",
        "169.254.43518",
        "172.16.0.1",
        "172.31.255.255",
        "192.0.0.8",
        "192.0.2.1",
        "192.88.99.1",
        "192.168.1.1",
        "198.18.0.1",
        "198.19.255.255",
        "198.51.100.1",
        "203.0.113.1",
        "224.0.0.1",
        "240.0.0.1",
        "255.255.255.255",
        "[::]",
        "[::1]",
        "0:0:0:0:0:0:0:1",
        "[::ffff:127.0.0.1]",
        "[::ffff:8.8.8.8]",
        "[::ffff:7f00:1]",
        "[::127.0.0.1]",
        "[64:ff9b::7f00:1]",
        "[2002:7f00:1::]",
        "[2001::1]",
        "[2001:db8::1]",
        "[3fff::1]",
        "[fc00::1]",
        "[fd12:3456::1]",
        "[fe80::1]",
        "[fe80::1%25eth0]",
        "[2606:4700::1111%1]",
        "[ff02::1]",
        "[:]",
        "[api.openai.com]",
        "１２７.０.０.１",
        "①②⑦.0.0.1",
        "127。0。0。1",
        "loc\u00adalhost.com",
        "api.openai.com%00.example",
        "%31%32%37.0.0.1",
        "user@api.openai.com",
        "api.openai.com:80",
        "api..openai.com",
        "-a.example.com",
        "a b.example.com",
        "a\nb.example.com"
      })
  void namesNothingElse(String host) {
    assertThat(STRICT.mayName(host)).isFalse();
    assertThat(STRICT.admits(host, addresses("8.8.8.8"))).isFalse();
  }

  @Test
  void namesNothingThatIsTooLong() {
    assertThat(STRICT.mayName("a".repeat(63) + ".com")).isTrue();
    assertThat(STRICT.mayName("a".repeat(64) + ".com")).isFalse();
    assertThat(STRICT.mayName("a.".repeat(126) + "com")).isFalse();
  }

  @Test
  void admitsANameWhoseAddressesAreAllPublic() {
    assertThat(STRICT.admits("example.com", addresses("93.184.216.34", "2606:2800:220::1")))
        .isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "10.1.2.3",
        "169.254.169.254",
        "192.168.0.1",
        "0.0.0.0",
        "::1",
        "::",
        "fe80::1",
        "fd00::1",
        "64:ff9b::a00:1",
        "2002:a00:1::"
      })
  void refusesAWholeNameForOneAddressThatIsNot(String rebound) {
    assertThat(STRICT.admits("example.com", addresses(rebound))).isFalse();
    assertThat(STRICT.admits("example.com", addresses("8.8.8.8", rebound))).isFalse();
    assertThat(STRICT.admits("example.com", addresses(rebound, "8.8.8.8"))).isFalse();
  }

  @Test
  void refusesANameThatLeadsNowhere() {
    assertThat(STRICT.admits("example.com", List.of())).isFalse();
    assertThat(AT_HOME.admits("localhost", List.of())).isFalse();
  }

  @Test
  void letsTheOperatorNameWhatIsNotPublic() {
    assertThat(AT_HOME.admits("localhost", addresses("127.0.0.1", "::1"))).isTrue();
    assertThat(AT_HOME.admits("LOCALHOST", addresses("127.0.0.1"))).isTrue();
    assertThat(AT_HOME.admits("10.0.0.5", addresses("10.0.0.5"))).isTrue();
    assertThat(AT_HOME.admits("[fd00::7]", addresses("fd00::7"))).isTrue();
    assertThat(AT_HOME.admits("gpu_1", addresses("172.17.0.2"))).isTrue();
    assertThat(AT_HOME.isAllowed("gpu_1")).isTrue();
  }

  @Test
  void letsTheOperatorNameNothingMoreThanHeNames() {
    assertThat(AT_HOME.mayName("127.0.0.1")).isFalse();
    assertThat(AT_HOME.mayName("10.0.0.6")).isFalse();
    assertThat(AT_HOME.mayName("localhost.localhost")).isFalse();
    assertThat(AT_HOME.admits("example.com", addresses("10.0.0.5"))).isFalse();
    assertThat(AT_HOME.isAllowed("example.com")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "localhost:11434", "http://localhost", "10.0.0.0/8", "*", "127.1"})
  void refusesASettingThatIsNoHost(String host) {
    assertThatThrownBy(() -> AddressRules.allowing(List.of(host))).isInstanceOf(InvalidValue.class);
  }
}
