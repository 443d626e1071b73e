package dev.colloquy.identity.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.colloquy.shared.domain.Audience;
import dev.colloquy.shared.domain.DomainEvent;
import dev.colloquy.shared.domain.SomeActors;
import dev.colloquy.shared.domain.Subject;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class SigningKeyTest {

  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final UUID ID = UUID.randomUUID();

  private static SigningKey retiring(Optional<Instant> at) {
    return new SigningKey(ID.toString(), "public", "sealed", NOON, at);
  }

  @Test
  void signsUntilItIsReplacedAndVerifiesAsLongAsItsTokensLive() {
    Instant retiresAt = NOON.plus(SigningKey.OVERLAP);

    assertThat(retiring(Optional.empty()).signs()).isTrue();
    assertThat(retiring(Optional.empty()).verifies(NOON.plusSeconds(1_000_000))).isTrue();
    assertThat(retiring(Optional.of(retiresAt)).signs()).isFalse();
    assertThat(retiring(Optional.of(retiresAt)).verifies(retiresAt.minusNanos(1))).isTrue();
    assertThat(retiring(Optional.of(retiresAt)).verifies(retiresAt)).isFalse();
    assertThat(SigningKey.OVERLAP).isGreaterThan(AccessToken.LIFETIME);
  }

  @Test
  void tellsAdministratorsWhichKeySignsNowAndNeverTheKey() {
    DomainEvent event =
        new SigningKeyEvent.Rotated(SomeActors.person(), NOON, retiring(Optional.empty()));

    assertThat(event.type()).isEqualTo("signing_key.rotated");
    assertThat(event.audience()).isEqualTo(new Audience.Administrators());
    assertThat(event.subject()).isEqualTo(new Subject("signing_key", ID));
    assertThat(event.data())
        .containsExactly(
            Map.entry("kid", ID.toString()),
            Map.entry("created_at", "2026-03-01T12:00:00.000000Z"));
  }
}
