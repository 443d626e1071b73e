package dev.colloquy.identity.domain.port.out;

import dev.colloquy.identity.domain.PasswordHash;
import dev.colloquy.shared.domain.UserId;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** The hashes of passwords, apart from the accounts. */
public interface Credentials {

  CompletionStage<Optional<PasswordHash>> find(UserId user);

  /** Writes the user's hash in place of the one before; only inside a unit of work. */
  CompletionStage<Void> put(UserId user, PasswordHash hash);

  /** Takes the hash away; only inside a unit of work. */
  CompletionStage<Void> remove(UserId user);
}
