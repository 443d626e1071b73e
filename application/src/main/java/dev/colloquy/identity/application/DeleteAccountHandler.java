package dev.colloquy.identity.application;

import dev.colloquy.identity.domain.AccountAccess;
import dev.colloquy.identity.domain.IdentityException.AccountOwnsWorkspaces;
import dev.colloquy.identity.domain.LoginSession.End;
import dev.colloquy.identity.domain.User;
import dev.colloquy.identity.domain.port.in.DeleteAccount;
import dev.colloquy.identity.domain.port.out.AccountEnds;
import dev.colloquy.identity.domain.port.out.AccountHolds;
import dev.colloquy.identity.domain.port.out.ApiKeys;
import dev.colloquy.identity.domain.port.out.Credentials;
import dev.colloquy.identity.domain.port.out.Revocations;
import dev.colloquy.identity.domain.port.out.Users;
import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.InTurn;
import dev.colloquy.shared.domain.port.out.UnitOfWork;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** Ends accounts, and all that could still act for them. */
public final class DeleteAccountHandler implements DeleteAccount {

  private final UnitOfWork unitOfWork;
  private final OwnAccount own;
  private final Users users;
  private final Credentials credentials;
  private final ApiKeys keys;
  private final SessionEnd sessions;
  private final Revocations revocations;
  private final List<AccountHolds> holds;
  private final List<AccountEnds> above;
  private final Clock clock;

  public DeleteAccountHandler(
      UnitOfWork unitOfWork,
      OwnAccount own,
      Users users,
      Credentials credentials,
      ApiKeys keys,
      SessionEnd sessions,
      Revocations revocations,
      List<AccountHolds> holds,
      List<AccountEnds> above,
      Clock clock) {
    this.unitOfWork = unitOfWork;
    this.own = own;
    this.users = users;
    this.credentials = credentials;
    this.keys = keys;
    this.sessions = sessions;
    this.revocations = revocations;
    this.holds = List.copyOf(holds);
    this.above = List.copyOf(above);
    this.clock = clock;
  }

  @Override
  public CompletionStage<Void> handle(Command command) {
    return unitOfWork
        .inTransaction(() -> deleted(AccountAccess.inPerson(command.actor()), command))
        .thenCompose(ended -> revocations.catchUp());
  }

  private CompletionStage<Void> deleted(Actor.Person person, Command command) {
    return own.of(person)
        .thenApply(user -> demanded(user, command))
        .thenCompose(user -> InTurn.map(holds, hold -> hold.isHeld(user.id())))
        .thenApply(DeleteAccountHandler::free)
        .thenCompose(
            free ->
                InTurn.each(above, it -> it.accountEnded(person, person.user(), clock.instant())))
        .thenCompose(ended -> sessions.ofAll(person.user(), person, End.ACCOUNT_DELETED))
        .thenCompose(ended -> keys.removeAllOf(person.user()))
        .thenCompose(removed -> credentials.remove(person.user()))
        .thenCompose(removed -> own.of(person))
        .thenApply(user -> user.delete(person, clock.instant()))
        .thenCompose(users::save)
        .thenAccept(gone -> {});
  }

  private static User demanded(User user, Command command) {
    command.precondition().check(user.version());
    return user;
  }

  private static boolean free(List<Boolean> held) {
    if (held.contains(true)) {
      throw new AccountOwnsWorkspaces();
    }
    return true;
  }
}
