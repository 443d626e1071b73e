package dev.colloquy.identity.application;

import dev.colloquy.identity.application.PasswordCheck.Checked;
import dev.colloquy.identity.domain.Admission;
import dev.colloquy.identity.domain.IdentityException.InvalidCredentials;
import dev.colloquy.identity.domain.Login;
import dev.colloquy.identity.domain.PasswordHash;
import dev.colloquy.identity.domain.Throttle;
import dev.colloquy.identity.domain.ThrottleKey;
import dev.colloquy.identity.domain.User;
import dev.colloquy.identity.domain.port.in.LogIn;
import dev.colloquy.identity.domain.port.out.PasswordHasher;
import dev.colloquy.identity.domain.port.out.PasswordHasher.Verdict;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Opens login sessions with name and password. */
public final class LogInHandler implements LogIn {

  private final Gate gate;
  private final PasswordCheck check;
  private final LockOuts lockOuts;
  private final PasswordHasher hasher;
  private final SessionOpener opener;

  public LogInHandler(
      Gate gate,
      PasswordCheck check,
      LockOuts lockOuts,
      PasswordHasher hasher,
      SessionOpener opener) {
    this.gate = gate;
    this.check = check;
    this.lockOuts = lockOuts;
    this.hasher = hasher;
    this.opener = opener;
  }

  @Override
  public CompletionStage<Login> handle(Command command) {
    return gate.enter(byAddress(command))
        .thenCompose(admitted -> gate.enter(ThrottleKey.account(command.name())))
        .thenCompose(admission -> rightful(command, admission))
        .thenCompose(checked -> opened(command, checked))
        .thenCompose(login -> forgiven(command, login));
  }

  private CompletionStage<Checked> rightful(Command command, Admission admission) {
    return check
        .of(command.name(), command.password())
        .thenCompose(
            checked ->
                checked.isWrong()
                    ? refused(command, admission, checked)
                    : CompletableFuture.completedFuture(checked));
  }

  private CompletionStage<Checked> refused(Command command, Admission admission, Checked wrong) {
    return lockOuts
        .failed(command.origin(), admission, wrong.user())
        .thenCompose(told -> CompletableFuture.failedFuture(new InvalidCredentials()));
  }

  private CompletionStage<Login> opened(Command command, Checked checked) {
    User user = checked.user().orElseThrow().usable();
    return upgraded(command, checked.verdict())
        .thenCompose(hash -> opener.open(command.origin(), command.client(), user, hash));
  }

  private CompletionStage<Optional<PasswordHash>> upgraded(Command command, Verdict verdict) {
    return switch (verdict) {
      case RIGHT_BUT_OUTDATED -> hasher.hash(command.password()).thenApply(Optional::of);
      case RIGHT, WRONG -> CompletableFuture.completedFuture(Optional.empty());
    };
  }

  private CompletionStage<Login> forgiven(Command command, Login login) {
    return gate.forget(ThrottleKey.account(command.name()))
        .thenCompose(forgotten -> gate.succeeded(byAddress(command)))
        .thenApply(forgotten -> login);
  }

  private static ThrottleKey byAddress(Command command) {
    return ThrottleKey.address(Throttle.LOGIN_BY_ADDRESS, command.origin().address());
  }
}
