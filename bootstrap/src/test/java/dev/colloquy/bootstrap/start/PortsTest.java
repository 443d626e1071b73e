package dev.colloquy.bootstrap.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

final class PortsTest {

  private static final String HERE = "127.0.0.1";

  @Test
  void refusesAPortThatSomebodyListensOn() throws IOException {
    try (ServerSocket somebody = new ServerSocket(0, 1, InetAddress.ofLiteral(HERE))) {
      assertThatExceptionOfType(StartRefused.class)
          .isThrownBy(() -> Ports.requireFree(HERE, somebody.getLocalPort()))
          .withMessageContaining("Port %d on %s is taken".formatted(somebody.getLocalPort(), HERE));
    }
  }

  @Test
  void refusesAnAddressThatIsNotThisMachines() {
    assertThatExceptionOfType(StartRefused.class)
        .isThrownBy(() -> Ports.requireFree("no.invalid", 0))
        .withMessageContaining("COLLOQUY_HTTP_HOST");
    assertThatExceptionOfType(StartRefused.class)
        .isThrownBy(() -> Ports.requireFree("192.0.2.1", 0)) // RFC 5737: nobody's
        .withMessageContaining("COLLOQUY_HTTP_HOST");
  }

  @Test
  void acceptsAnyFreePort() {
    Ports.requireFree(HERE, 0);
  }

  @Test
  void passesOverTakenPorts() throws IOException {
    try (ServerSocket somebody = new ServerSocket(0, 1, InetAddress.ofLiteral(HERE))) {
      assertThat(Ports.freeFrom(somebody.getLocalPort(), HERE))
          .isNotEqualTo(somebody.getLocalPort());
    }
  }
}
