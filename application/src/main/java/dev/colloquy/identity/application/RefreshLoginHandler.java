package dev.colloquy.identity.application;

import dev.colloquy.identity.domain.Claims;
import dev.colloquy.identity.domain.IdentityException.InvalidCredentials;
import dev.colloquy.identity.domain.Login;
import dev.colloquy.identity.domain.Throttle;
import dev.colloquy.identity.domain.ThrottleKey;
import dev.colloquy.identity.domain.User;
import dev.colloquy.identity.domain.port.in.RefreshLogin;
import dev.colloquy.identity.domain.port.out.Revocations;
import dev.colloquy.shared.domain.port.out.UnitOfWork;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Keeps login sessions alive with their refresh tokens. */
public final class RefreshLoginHandler implements RefreshLogin {

  private final UnitOfWork unitOfWork;
  private final Gate gate;
  private final TokenFamilies families;
  private final SessionOpener opener;
  private final Revocations revocations;

  public RefreshLoginHandler(
      UnitOfWork unitOfWork,
      Gate gate,
      TokenFamilies families,
      SessionOpener opener,
      Revocations revocations) {
    this.unitOfWork = unitOfWork;
    this.gate = gate;
    this.families = families;
    this.opener = opener;
    this.revocations = revocations;
  }

  @Override
  public CompletionStage<Login> handle(Command command) {
    ThrottleKey address =
        ThrottleKey.address(Throttle.REFRESH_BY_ADDRESS, command.origin().address());
    return gate.enter(address)
        .thenCompose(admitted -> renewed(command))
        .thenCompose(renewal -> renewal.map(this::login).orElseGet(this::refused))
        .thenCompose(login -> gate.succeeded(address).thenApply(forgiven -> login));
  }

  /** The end of a family must be kept although the caller is refused: no failure inside. */
  private CompletionStage<Optional<TokenFamilies.Renewal>> renewed(Command command) {
    return unitOfWork.inTransaction(() -> families.renew(command.token(), command.origin()));
  }

  private CompletionStage<Login> login(TokenFamilies.Renewal renewal) {
    User user = renewal.user();
    return opener.login(Claims.of(user, renewal.session()), renewal.token());
  }

  private CompletionStage<Login> refused() {
    return revocations
        .catchUp()
        .thenCompose(known -> CompletableFuture.failedFuture(new InvalidCredentials()));
  }
}
