package dev.colloquy.identity.domain.port.out;

import dev.colloquy.identity.domain.Password;
import dev.colloquy.identity.domain.PasswordHash;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * Makes and checks hashes of passwords, on a bounded pool and never inside a unit of work. Fails
 * with {@code Unavailable} where too many wait already.
 */
public interface PasswordHasher {

  /** Hashes with today's algorithm and parameters. */
  CompletionStage<PasswordHash> hash(Password password);

  /**
   * Compares a password with a hash, of an older algorithm too. Without a hash it takes as long and
   * says {@link Verdict#WRONG}, so that nobody learns from the time who has an account.
   */
  CompletionStage<Verdict> check(Password password, Optional<PasswordHash> hash);

  /** How a comparison ends. */
  enum Verdict {
    RIGHT,
    /** Right, but the hash is not what would be made today; it ought to be replaced. */
    RIGHT_BUT_OUTDATED,
    WRONG
  }
}
