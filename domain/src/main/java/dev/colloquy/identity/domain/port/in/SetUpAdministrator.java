package dev.colloquy.identity.domain.port.in;

import dev.colloquy.identity.domain.DisplayName;
import dev.colloquy.identity.domain.Email;
import dev.colloquy.identity.domain.Password;
import dev.colloquy.identity.domain.User;
import dev.colloquy.shared.domain.Origin;
import java.util.concurrent.CompletionStage;

/** Makes the first administrator, once, for whoever holds the set-up token. */
public interface SetUpAdministrator {

  /**
   * Fails with {@code AccessDenied} where the token is wrong or there is an administrator, with
   * {@code Duplicate} where the address is taken, with {@code TooManyRequests}.
   */
  CompletionStage<User> handle(Command command);

  /**
   * Who wants to be the first administrator.
   *
   * @param token what stood in the set-up token's file
   */
  record Command(Origin origin, String token, Email email, DisplayName name, Password password) {

    /** The token stays out of logs. */
    @Override
    public String toString() {
      return "Command[email=" + email + "]";
    }
  }
}
