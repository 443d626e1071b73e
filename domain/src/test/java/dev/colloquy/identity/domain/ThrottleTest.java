package dev.colloquy.identity.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

  @ParameterizedTest
  @CsvSource({
    "2001:db8::1, 2001:db8:0:0:ffff::",
    "2001:db8::5:6:7:8, 2001:db8:0:0:1:2:3:4",
    "::1, 0:0:0:0:0:0:0:2",
    "2001:db8:1:2::, 2001:db8:1:2:3:4:5:6",
    "1:2:3::5:6:7:8, 1:2:3:0:9:9:9:9"
  })
  void readsTheZerosThatAreLeftOut(String one, String other) {
    assertThat(key(one)).isEqualTo(key(other));
  }

  @ParameterizedTest
  @CsvSource({
    "2001:db8::5:6:7:8, 2001:db8:5:6::",
    "::1:2:3:4:5, 1:2:3:4:5::",
    "1::5:6:7:8, 1:5:6:7::",
    "::, 1::"
  })
  void tellsNetworksApartWhereverTheirZerosStand(String one, String other) {
    assertThat(key(one)).isNotEqualTo(key(other));
  }

  @Test
  void blocksAtTheLastFreeAttemptAndTellsSoOnce() {
    Admission free = failed(3).admit(RULE, NOON);
    Admission last = failed(4).admit(RULE, NOON);
    Admission refused = failed(4).count(RULE, NOON).admit(RULE, NOON);

    assertThat(free.isLast()).isFalse();
    assertThat(last.isLast()).isTrue();
    assertThat(refused.isLast()).isFalse();
    assertThat(Tally.clean(NOON).admit(RULE, NOON).remaining()).isEqualTo(4);
    assertThat(Tally.clean(NOON).isBlocked(NOON)).isFalse();
  }

  @Test
  void staysBlockedWhereForgivingOneOfManyLeavesTooManyFailures() {
    Tally blocked = failed(5).count(RULE, NOON);

    assertThat(blocked.forgive(RULE).isBlocked(NOON)).isTrue();
    assertThat(blocked.forgive(RULE).forgive(RULE).isBlocked(NOON)).isFalse();
  }

  @Test
  void countsOneAccountWhateverItsCase() {
    assertThat(account("Ada")).isEqualTo(account("aDA")).isNotEqualTo(account("grace"));
    assertThat(account("a".repeat(255))).isNotEqualTo(account("a".repeat(254)));
    assertThat(account("a".repeat(256))).isEqualTo(account("a".repeat(5000)));
  }

  private static ThrottleKey account(String name) {
    return ThrottleKey.account(new LoginName(name));
  }
}
