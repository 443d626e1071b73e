package dev.colloquy.identity.domain.port.in;

import dev.colloquy.identity.domain.DisplayName;
import dev.colloquy.identity.domain.Email;
import dev.colloquy.identity.domain.Password;
import dev.colloquy.identity.domain.User;
import dev.colloquy.identity.domain.Username;
import dev.colloquy.shared.domain.Origin;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Makes an account for whoever asks for one. */
public interface Register {

  /**
   * Fails with {@code Duplicate} where address or username is taken, and with {@code
   * TooManyRequests} where too many accounts came from the address lately.
   */
  CompletionStage<User> handle(Command command);

  /**
   * Who wants an account.
   *
   * @param username derived from the email address where it is empty
   */
  record Command(
      Origin origin,
      Email email,
      Optional<Username> username,
      DisplayName name,
      Password password) {}
}
