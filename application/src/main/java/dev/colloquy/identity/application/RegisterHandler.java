package dev.colloquy.identity.application;

import dev.colloquy.identity.domain.PasswordHash;
import dev.colloquy.identity.domain.Throttle;
import dev.colloquy.identity.domain.ThrottleKey;
import dev.colloquy.identity.domain.User;
import dev.colloquy.identity.domain.port.in.Register;
import dev.colloquy.identity.domain.port.out.PasswordHasher;
import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.UserRole;
import dev.colloquy.shared.domain.port.out.UnitOfWork;
import java.util.concurrent.CompletionStage;

/** Makes accounts for whoever asks for one. */
public final class RegisterHandler implements Register {

  private final UnitOfWork unitOfWork;
  private final Gate gate;
  private final PasswordHasher hasher;
  private final NewAccounts accounts;

  public RegisterHandler(
      UnitOfWork unitOfWork, Gate gate, PasswordHasher hasher, NewAccounts accounts) {
    this.unitOfWork = unitOfWork;
    this.gate = gate;
    this.hasher = hasher;
    this.accounts = accounts;
  }

  @Override
  public CompletionStage<User> handle(Command command) {
    return gate.enter(
            ThrottleKey.address(Throttle.REGISTRATION_BY_ADDRESS, command.origin().address()))
        .thenCompose(admitted -> hasher.hash(command.password()))
        .thenCompose(hash -> registered(command, hash));
  }

  private CompletionStage<User> registered(Command command, PasswordHash hash) {
    NewAccounts.Wanted wanted =
        new NewAccounts.Wanted(command.email(), command.username(), command.name(), UserRole.USER);
    return unitOfWork.inTransaction(
        () -> accounts.make(new Actor.System("registration", command.origin()), wanted, hash));
  }
}
