package dev.colloquy.identity.application;

import dev.colloquy.identity.domain.PasswordHash;
import dev.colloquy.identity.domain.SecretHash;
import dev.colloquy.identity.domain.Throttle;
import dev.colloquy.identity.domain.ThrottleKey;
import dev.colloquy.identity.domain.User;
import dev.colloquy.identity.domain.port.in.SetUpAdministrator;
import dev.colloquy.identity.domain.port.out.PasswordHasher;
import dev.colloquy.identity.domain.port.out.SetupNotice;
import dev.colloquy.identity.domain.port.out.SetupTokens;
import dev.colloquy.shared.domain.CommonException.AccessDenied;
import dev.colloquy.shared.domain.port.out.UnitOfWork;
import java.util.concurrent.CompletionStage;

/** Makes the first administrator for whoever holds the set-up token. */
public final class SetUpAdministratorHandler implements SetUpAdministrator {

  private final UnitOfWork unitOfWork;
  private final Gate gate;
  private final PasswordHasher hasher;
  private final SetupTokens tokens;
  private final FirstAdministrator first;
  private final SetupNotice notice;

  public SetUpAdministratorHandler(
      UnitOfWork unitOfWork,
      Gate gate,
      PasswordHasher hasher,
      SetupTokens tokens,
      FirstAdministrator first,
      SetupNotice notice) {
    this.unitOfWork = unitOfWork;
    this.gate = gate;
    this.hasher = hasher;
    this.tokens = tokens;
    this.first = first;
    this.notice = notice;
  }

  @Override
  public CompletionStage<User> handle(Command command) {
    return gate.enter(
            ThrottleKey.address(Throttle.REGISTRATION_BY_ADDRESS, command.origin().address()))
        .thenCompose(admitted -> hasher.hash(command.password()))
        .thenCompose(hash -> made(command, hash))
        .thenCompose(user -> notice.clear().thenApply(cleared -> user));
  }

  private CompletionStage<User> made(Command command, PasswordHash hash) {
    return unitOfWork.inTransaction(
        () ->
            tokens
                .redeem(SecretHash.of(command.token()))
                .thenCompose(good -> first.exists().thenApply(exists -> good && !exists))
                .thenApply(SetUpAdministratorHandler::allowed)
                .thenCompose(
                    yes -> first.make(command.origin(), command.email(), command.name(), hash)));
  }

  private static boolean allowed(boolean may) {
    if (!may) {
      throw new AccessDenied("The set-up token is wrong, or there is an administrator already.");
    }
    return true;
  }
}
