package dev.colloquy.identity.domain.port.in;

import dev.colloquy.identity.domain.DisplayName;
import dev.colloquy.identity.domain.Email;
import dev.colloquy.identity.domain.Password;
import dev.colloquy.shared.domain.Origin;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Makes a starting node fit to log people in. */
public interface PrepareIdentity {

  /**
   * Loads the signing keys, makes the first one where there is none, and sees to it that there is
   * an administrator: the one given here, or whoever finds the set-up token. Does nothing more
   * where there is one already.
   *
   * @return fails with {@code WrongSecretKey}, and then nothing was changed
   */
  CompletionStage<Void> handle(Origin origin, Optional<Administrator> administrator);

  /** Who shall administer the installation from its first start. */
  record Administrator(Email email, DisplayName name, Password password) {}
}
