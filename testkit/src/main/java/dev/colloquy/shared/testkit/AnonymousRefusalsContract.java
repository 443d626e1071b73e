package dev.colloquy.shared.testkit;

import static dev.colloquy.shared.testkit.Stages.assertFailureOf;
import static dev.colloquy.shared.testkit.Stages.valueOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.colloquy.shared.domain.port.out.AnonymousRefusals;
import dev.colloquy.shared.domain.port.out.UnitOfWork;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What counting anonymous refusals holds. */
public interface AnonymousRefusalsContract {

  Instant TIME = Instant.parse("2026-01-01T10:20:30Z");

  AnonymousRefusals refusals();

  UnitOfWork unitOfWork();

  @Test
  default void countsByAddressCodeAndMinute() {
    String address = "address of " + UUID.randomUUID();

    long first = valueOf(refusals().count(address, "UNAUTHENTICATED", TIME));
    long second = valueOf(refusals().count(address, "UNAUTHENTICATED", TIME.plusSeconds(29)));
    long nextMinute = valueOf(refusals().count(address, "UNAUTHENTICATED", TIME.plusSeconds(30)));
    long otherCode = valueOf(refusals().count(address, "ACCESS_DENIED", TIME));
    long otherAddress = valueOf(refusals().count(address + "!", "UNAUTHENTICATED", TIME));

    assertThat(first).isEqualTo(1);
    assertThat(second).isEqualTo(2);
    assertThat(nextMinute).isEqualTo(1);
    assertThat(otherCode).isEqualTo(1);
    assertThat(otherAddress).isEqualTo(1);
  }

  @Test
  default void refusesToCountInsideAUnitOfWork() {
    assertFailureOf(
            unitOfWork().inTransaction(() -> refusals().count("address", "ACCESS_DENIED", TIME)))
        .isInstanceOf(IllegalStateException.class);
  }
}
