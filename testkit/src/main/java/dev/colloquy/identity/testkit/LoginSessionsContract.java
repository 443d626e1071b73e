package dev.colloquy.identity.testkit;

import static dev.colloquy.identity.testkit.IdentityFixtures.NOON;
import static dev.colloquy.shared.testkit.Stages.valueOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.colloquy.identity.domain.Client;
import dev.colloquy.identity.domain.LoginSession;
import dev.colloquy.identity.domain.LoginSession.End;
import dev.colloquy.identity.domain.PresentedToken;
import dev.colloquy.identity.domain.SecretHash;
import dev.colloquy.identity.domain.port.out.LoginSessions;
import dev.colloquy.identity.domain.port.out.Revocations;
import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.LoginSessionId;
import dev.colloquy.shared.domain.UserId;
import dev.colloquy.shared.domain.port.out.UnitOfWork;
import dev.colloquy.shared.testkit.Actors;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What every keeper of login sessions does, and what revocations know of it. */
public interface LoginSessionsContract {

  UnitOfWork unitOfWork();

  LoginSessions sessions();

  Revocations revocations();

  /** A user whom the storage knows. */
  UserId user();

  private <T> T within(Supplier<CompletionStage<T>> work) {
    return valueOf(unitOfWork().inTransaction(work));
  }

  private LoginSession started(UserId user, SecretHash token) {
    LoginSessionId id = new LoginSessionId(UUID.randomUUID());
    Client client = new Client("192.0.2.1", "a test");
    return within(
        () ->
            sessions().add(LoginSession.start(Actors.person(user), id, user, client, NOON), token));
  }

  private static SecretHash fresh() {
    return SecretHash.of(UUID.randomUUID().toString());
  }

  private Optional<PresentedToken> presented(SecretHash token) {
    return within(() -> sessions().present(token));
  }

  @Test
  default void keepsASessionAsItIs() {
    UserId user = user();
    LoginSession session = started(user, fresh());

    assertThat(valueOf(sessions().find(user, session.id()))).contains(session);
    assertThat(valueOf(sessions().find(Actors.anyUser(), session.id()))).isEmpty();
    assertThat(valueOf(sessions().liveOf(user, NOON))).contains(session);
  }

  @Test
  default void knowsTheNewestTokenAndItsParents() {
    SecretHash first = fresh();
    SecretHash second = fresh();
    SecretHash third = fresh();
    LoginSession session = started(user(), first);

    LoginSession later = session.extend(NOON.plusSeconds(60));
    within(() -> sessions().rotate(later, first, second));

    assertThat(presented(first))
        .contains(new PresentedToken(later, Optional.of(NOON.plusSeconds(60)), false));
    assertThat(presented(second)).contains(new PresentedToken(later, Optional.empty(), false));

    LoginSession latest = later.extend(NOON.plusSeconds(120));
    within(() -> sessions().rotate(latest, second, third));
    assertThat(presented(first).orElseThrow().successorUsed()).isTrue();
    assertThat(presented(fresh())).isEmpty();
  }

  @Test
  default void endsASessionOnceAndRevokesIt() {
    UserId user = user();
    LoginSession session = started(user, fresh());
    Actor actor = Actors.person(user);
    assertThat(valueOf(revocations().isRevoked(session.id()))).isFalse();

    within(() -> sessions().end(session.end(actor, End.LOGOUT, NOON.plusSeconds(1))));
    within(() -> sessions().end(session.end(actor, End.LOGOUT, NOON.plusSeconds(2))));
    valueOf(revocations().catchUp());

    assertThat(valueOf(revocations().isRevoked(session.id()))).isTrue();
    assertThat(valueOf(sessions().liveOf(user, NOON))).doesNotContain(session);
    assertThat(valueOf(sessions().find(user, session.id())).orElseThrow().endedAt()).isPresent();
  }
}
