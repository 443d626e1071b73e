package dev.colloquy.identity.application;

import dev.colloquy.identity.application.PasswordCheck.Checked;
import dev.colloquy.identity.domain.AccountAccess;
import dev.colloquy.identity.domain.Admission;
import dev.colloquy.identity.domain.LoginName;
import dev.colloquy.identity.domain.LoginSession.End;
import dev.colloquy.identity.domain.PasswordHash;
import dev.colloquy.identity.domain.ThrottleKey;
import dev.colloquy.identity.domain.User;
import dev.colloquy.identity.domain.port.in.ChangePassword;
import dev.colloquy.identity.domain.port.out.Credentials;
import dev.colloquy.identity.domain.port.out.PasswordHasher;
import dev.colloquy.identity.domain.port.out.Revocations;
import dev.colloquy.identity.domain.port.out.Users;
import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.CommonException.ValidationError;
import dev.colloquy.shared.domain.port.out.UnitOfWork;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Gives accounts another password. */
public final class ChangePasswordHandler implements ChangePassword {

  private final UnitOfWork unitOfWork;
  private final Gate gate;
  private final OwnAccount own;
  private final PasswordCheck check;
  private final PasswordHasher hasher;
  private final Users users;
  private final Credentials credentials;
  private final SessionEnd sessions;
  private final Revocations revocations;
  private final Clock clock;

  public ChangePasswordHandler(
      UnitOfWork unitOfWork,
      Gate gate,
      OwnAccount own,
      PasswordCheck check,
      PasswordHasher hasher,
      Users users,
      Credentials credentials,
      SessionEnd sessions,
      Revocations revocations,
      Clock clock) {
    this.unitOfWork = unitOfWork;
    this.gate = gate;
    this.own = own;
    this.check = check;
    this.hasher = hasher;
    this.users = users;
    this.credentials = credentials;
    this.sessions = sessions;
    this.revocations = revocations;
    this.clock = clock;
  }

  @Override
  public CompletionStage<Void> handle(Command command) {
    return CompletableFuture.completedFuture(command.actor())
        .thenApply(AccountAccess::inPerson)
        .thenCompose(person -> own.of(person))
        .thenCompose(user -> rightful(user, command))
        .thenCompose(user -> hasher.hash(command.wanted()))
        .thenCompose(hash -> changed(AccountAccess.inPerson(command.actor()), hash))
        .thenCompose(changed -> revocations.catchUp());
  }

  /** A stolen session must not be a way to guess the password without end. */
  private CompletionStage<User> rightful(User user, Command command) {
    ThrottleKey guesses = ThrottleKey.account(new LoginName(user.id().toString()));
    return gate.enter(guesses)
        .thenCompose((Admission admitted) -> check.of(Optional.of(user), command.current()))
        .thenApply(ChangePasswordHandler::right)
        .thenCompose(right -> gate.forget(guesses))
        .thenApply(forgotten -> user);
  }

  private static Checked right(Checked checked) {
    if (checked.isWrong()) {
      throw ValidationError.at("/current_password", "is not the password of this account");
    }
    return checked;
  }

  private CompletionStage<Void> changed(Actor.Person person, PasswordHash hash) {
    return unitOfWork.inTransaction(
        () ->
            own.of(person)
                .thenApply(user -> user.passwordChanged(person, clock.instant()))
                .thenCompose(users::save)
                .thenCompose(user -> credentials.put(user.id(), hash))
                .thenCompose(put -> sessions.ofOthers(person, End.PASSWORD_CHANGED)));
  }
}
