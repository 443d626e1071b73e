package dev.colloquy.identity.domain.port.in;

import dev.colloquy.identity.domain.Client;
import dev.colloquy.identity.domain.Login;
import dev.colloquy.identity.domain.LoginName;
import dev.colloquy.identity.domain.Password;
import dev.colloquy.shared.domain.Origin;
import java.util.concurrent.CompletionStage;

/** Opens a login session with name and password. */
public interface LogIn {

  /**
   * Fails with {@code InvalidCredentials}, in the same time for names that nobody has; after the
   * right password with {@code AccountNotActive}; with {@code TooManyRequests} where account or
   * address failed too often, unknown names alike.
   */
  CompletionStage<Login> handle(Command command);

  record Command(Origin origin, Client client, LoginName name, Password password) {}
}
