package dev.colloquy.identity.domain.port.in;

import dev.colloquy.identity.domain.Login;
import dev.colloquy.identity.domain.RefreshToken;
import dev.colloquy.shared.domain.Origin;
import java.util.concurrent.CompletionStage;

/** Keeps a login session alive with its refresh token. */
public interface RefreshLogin {

  /**
   * Answers a fresh access token and the refresh token's successor: the same one to all who ask
   * within {@code PresentedToken.GRACE}. A token that was used up ends its session.
   *
   * <p>Fails with {@code InvalidCredentials}, with {@code AccountNotActive}, and with {@code
   * TooManyRequests} where too many refreshes from the address failed.
   */
  CompletionStage<Login> handle(Command command);

  record Command(Origin origin, RefreshToken token) {}
}
