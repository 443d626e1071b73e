package dev.colloquy.identity.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

final class ThrottleTest {

  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
  private static final Backoff RULE =
      new Backoff(5, Duration.ofSeconds(30), Duration.ofMinutes(15), Duration.ofMinutes(15));

  private static Tally failed(int times) {
    return new Tally(times, NOON, Instant.EPOCH);
  }

  @Test
  void letsFivePassAndThenBlocksForTwiceAsLongEachTime() {
    assertThat(failed(3).admit(RULE, NOON)).isEqualTo(new Admission(true, 1, Duration.ZERO));
    assertThat(failed(4).admit(RULE, NOON).blocked()).isEqualTo(Duration.ofSeconds(30));
    assertThat(failed(5).admit(RULE, NOON).blocked()).isEqualTo(Duration.ofSeconds(60));
    assertThat(failed(6).admit(RULE, NOON).blocked()).isEqualTo(Duration.ofSeconds(120));
  }

  @Property
  void neverBlocksForLongerThanTheRuleSays(@ForAll @IntRange(max = 1_000_000) int failures) {
    assertThat(RULE.blockAfter(failures)).isBetween(Duration.ZERO, Duration.ofMinutes(15));
  }

  @Test
  void countsNothingWhileBlocked() {
    Tally blocked = failed(4).count(RULE, NOON);

    assertThat(blocked.count(RULE, NOON.plusSeconds(29))).isEqualTo(blocked);
    assertThat(blocked.admit(RULE, NOON.plusSeconds(29)).admitted()).isFalse();
    assertThat(blocked.admit(RULE, NOON.plusSeconds(30)).admitted()).isTrue();
  }

  @Test
  void forgetsAfterAWhileAndWhenForgiven() {
    assertThat(failed(4).count(RULE, NOON.plusSeconds(901)).failures()).isEqualTo(1);
    assertThat(failed(4).count(RULE, NOON).forgive(RULE).isBlocked(NOON)).isFalse();
  }

  @Test
  void blocksNobodyWhoseClockIsALittleBehind() {
    assertThat(failed(1).count(RULE, NOON).isBlocked(NOON.minusSeconds(1))).isFalse();
  }

  @Test
  void takesAnIpv6NetworkForOneAddress() {
    assertThat(key("2001:db8:1:2:3:4:5:6"))
        .isEqualTo(key("2001:0DB8:0001:0002::1"))
        .isEqualTo(key("2001:db8:1:2::"))
        .isNotEqualTo(key("2001:db8:1:3::1"));
    assertThat(key("192.0.2.1")).isNotEqualTo(key("192.0.2.2"));
  }

  private static ThrottleKey key(String address) {
    return ThrottleKey.address(Throttle.LOGIN_BY_ADDRESS, address);
  }
}
