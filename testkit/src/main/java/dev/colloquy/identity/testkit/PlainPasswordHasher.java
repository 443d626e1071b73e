package dev.colloquy.identity.testkit;

import dev.colloquy.identity.domain.Password;
import dev.colloquy.identity.domain.PasswordHash;
import dev.colloquy.identity.domain.port.out.PasswordHasher;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;

/** "Hashes" by writing in front of the password which method was used: {@code new:} or older. */
public final class PlainPasswordHasher implements PasswordHasher {

  private static final String TODAY = "new:";

  private final AtomicInteger comparisons = new AtomicInteger();

  /** A hash as an older version would have made it. */
  public static PasswordHash outdated(String password) {
    return new PasswordHash("old:" + password);
  }

  @Override
  public CompletionStage<PasswordHash> hash(Password password) {
    return CompletableFuture.completedFuture(new PasswordHash(TODAY + password.reveal()));
  }

  @Override
  public CompletionStage<Verdict> check(Password password, Optional<PasswordHash> hash) {
    comparisons.incrementAndGet();
    return CompletableFuture.completedFuture(
        hash.map(known -> compare(password, known.value())).orElse(Verdict.WRONG));
  }

  /** How much work was done so far. */
  public int comparisons() {
    return comparisons.get();
  }

  private static Verdict compare(Password password, String hash) {
    if (!hash.substring(TODAY.length()).equals(password.reveal())) {
      return Verdict.WRONG;
    }
    return hash.startsWith(TODAY) ? Verdict.RIGHT : Verdict.RIGHT_BUT_OUTDATED;
  }
}
