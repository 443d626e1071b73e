package dev.colloquy.identity.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.colloquy.identity.domain.LoginSession.End;
import dev.colloquy.identity.domain.PresentedToken.Verdict;
import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.Audience;
import dev.colloquy.shared.domain.Change;
import dev.colloquy.shared.domain.DomainEvent;
import dev.colloquy.shared.domain.SomeActors;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import javax.crypto.spec.SecretKeySpec;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

final class LoginSessionTest {

  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final Actor.Person ADA = SomeActors.person();
  private static final Client CLIENT = new Client("192.0.2.1", "a browser");

  private static Change<LoginSession> starting() {
    return LoginSession.start(ADA, ADA.session(), ADA.user(), CLIENT, NOON);
  }

  private static LoginSession started() {
    return starting().now();
  }

  private static DomainEvent only(Change<?> change) {
    assertThat(change.events()).hasSize(1);
    return change.events().getFirst();
  }

  @Test
  void livesForSevenDaysAfterTheLastRefresh() {
    LoginSession session = started();
    Instant week = NOON.plus(Duration.ofDays(7));
    Instant dayThree = NOON.plus(Duration.ofDays(3));

    LoginSession extended = session.extend(dayThree);

    assertThat(session.isLive(week.minusNanos(1))).isTrue();
    assertThat(session.isLive(week)).isFalse();
    assertThat(extended.isLive(dayThree.plus(Duration.ofDays(7)).minusNanos(1))).isTrue();
    assertThat(extended.lastActiveAt()).isEqualTo(dayThree);
    assertThat(extended.createdAt()).isEqualTo(NOON);
  }

  @Test
  void endsOnce() {
    LoginSession ended = started().end(ADA, End.LOGOUT, NOON).now();

    assertThat(ended.isLive(NOON)).isFalse();
    assertThat(ended.endedAt()).contains(NOON);
    assertThat(ended.end(ADA, End.TOKEN_REUSED, NOON).isNothing()).isTrue();
  }

  @Test
  void tellsItsUserWhereSomebodyLoggedIn() {
    DomainEvent event = only(starting());

    assertThat(event.type()).isEqualTo("session.started");
    assertThat(event.audience()).isEqualTo(new Audience.OneUser(ADA.user()));
    assertThat(event.subject().id()).isEqualTo(ADA.session().value());
    assertThat(event.data())
        .containsExactly(
            Map.entry("id", ADA.session().toString()),
            Map.entry("user_id", ADA.user().toString()),
            Map.entry("ip", "192.0.2.1"),
            Map.entry("user_agent", "a browser"),
            Map.entry("created_at", "2026-03-01T12:00:00.000000Z"),
            Map.entry("expires_at", "2026-03-08T12:00:00.000000Z"));
  }

  @Test
  void tellsItsUserWhyItEnded() {
    DomainEvent event = only(started().end(ADA, End.TOKEN_REUSED, NOON));

    assertThat(event.type()).isEqualTo("session.ended");
    assertThat(event.data())
        .containsExactly(
            Map.entry("id", ADA.session().toString()),
            Map.entry("user_id", ADA.user().toString()),
            Map.entry("reason", "token_reused"),
            Map.entry("ended_at", "2026-03-01T12:00:00.000000Z"));
  }

  @Test
  void keepsNoMoreOfAClientsNameThanIsShown() {
    assertThat(new Client("192.0.2.1", "x".repeat(300)).userAgent()).hasSize(300);
    assertThat(new Client("192.0.2.1", "x".repeat(5000)).userAgent()).hasSize(300);
  }

  @Test
  void rotatesTheNewestTokenOfALivingSession() {
    PresentedToken newest = new PresentedToken(started(), Optional.empty(), false);
    LoginSession over = started().end(ADA, End.LOGOUT, NOON).now();

    assertThat(newest.judge(NOON)).isEqualTo(Verdict.ROTATE);
    assertThat(newest.judge(NOON.plus(LoginSession.LIFETIME))).isEqualTo(Verdict.OVER);
    assertThat(new PresentedToken(over, Optional.empty(), false).judge(NOON))
        .isEqualTo(Verdict.OVER);
    assertThat(newest.sessionId()).isEqualTo(ADA.session());
  }

  @Property
  void repeatsARotationForTenSecondsAndThenTakesTheTokenForStolen(
      @ForAll @IntRange(max = 20_000) int millis, @ForAll boolean successorUsed) {
    PresentedToken parent = new PresentedToken(started(), Optional.of(NOON), successorUsed);

    Verdict verdict = parent.judge(NOON.plusMillis(millis));

    assertThat(verdict)
        .isEqualTo(millis <= 10_000 && !successorUsed ? Verdict.REPEAT : Verdict.REUSED);
  }

  @Test
  void takesATokenThatCameBackToAnEndedSessionForNoTheft() {
    LoginSession over = started().end(ADA, End.LOGOUT, NOON).now();

    assertThat(new PresentedToken(over, Optional.of(NOON), true).judge(NOON))
        .isEqualTo(Verdict.OVER);
  }

  @Property
  void derivesOneSuccessorThatNobodyFindsWithoutTheKey(@ForAll long seed) {
    RefreshToken token = RefreshToken.fresh(new Random(seed));

    RefreshToken successor = token.successor(key("ours"));

    assertThat(token.value()).matches("[A-Za-z0-9_-]{43}");
    assertThat(successor.value()).matches("[A-Za-z0-9_-]{43}").isNotEqualTo(token.value());
    assertThat(token.successor(key("ours"))).isEqualTo(successor);
    assertThat(token.successor(key("theirs"))).isNotEqualTo(successor);
    assertThat(successor.successor(key("ours"))).isNotEqualTo(token);
  }

  private static SecretKeySpec key(String secret) {
    return new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256");
  }

  @Test
  void storesHashesAloneAndKeepsSecretsOutOfLogs() {
    RefreshToken token = new RefreshToken("abc");

    assertThat(token.hash().hex())
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    assertThat(token.toString()).doesNotContain("abc");
    assertThat(new AccessToken("abc", NOON).toString()).doesNotContain("abc");
    assertThat(new PasswordHash("abc").toString()).doesNotContain("abc");
  }

  @Test
  void makesTokensOfChance() {
    assertThat(RefreshToken.fresh(new Random(1))).isNotEqualTo(RefreshToken.fresh(new Random(2)));
  }

  @Test
  void actsForWhomATokenNames() {
    VerifiedToken token = new VerifiedToken(ADA.user(), ADA.session(), ADA.role());

    assertThat(token.acting(ADA.origin())).isEqualTo(ADA);
  }
}
