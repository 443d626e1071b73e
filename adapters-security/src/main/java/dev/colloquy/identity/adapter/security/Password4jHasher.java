package dev.colloquy.identity.adapter.security;

import com.password4j.Argon2Function;
import com.password4j.BadParametersException;
import com.password4j.BcryptFunction;
import com.password4j.HashingFunction;
import com.password4j.types.Argon2;
import dev.colloquy.identity.domain.Password;
import dev.colloquy.identity.domain.PasswordHash;
import dev.colloquy.identity.domain.port.out.PasswordHasher;
import dev.colloquy.shared.domain.port.out.Workers;
import dev.colloquy.shared.domain.port.out.Workers.Pool;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Argon2id for what is hashed today; bcrypt and other parameters are still understood. */
public final class Password4jHasher implements PasswordHasher {

  private static final String ARGON2ID = "$argon2id$";
  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;

  private final Workers workers;
  private final Cost cost;

  /**
   * What a hash costs; OWASP's Password Storage Cheat Sheet asks for {@link #RECOMMENDED} at least.
   *
   * @param memory in KiB
   */
  public record Cost(int memory, int iterations) {

    public static final Cost RECOMMENDED = new Cost(19 * 1024, 2);
  }

  public Password4jHasher(Workers workers, Cost cost) {
    this.workers = workers;
    this.cost = cost;
  }

  @Override
  public CompletionStage<PasswordHash> hash(Password password) {
    return workers.run(Pool.HASHING, () -> hashed(password));
  }

  @Override
  public CompletionStage<Verdict> check(Password password, Optional<PasswordHash> hash) {
    return workers.run(
        Pool.HASHING, () -> hash.map(it -> compared(password, it)).orElseGet(() -> idle(password)));
  }

  /**
   * The library keeps it, and with it all the memory that a hash costs: not before it is needed.
   */
  private Argon2Function today() {
    return Argon2Function.getInstance(cost.memory(), cost.iterations(), 1, HASH_BYTES, Argon2.ID);
  }

  private PasswordHash hashed(Password password) {
    return new PasswordHash(
        com.password4j.Password.hash(password.reveal())
            .addRandomSalt(SALT_BYTES)
            .with(today())
            .getResult());
  }

  /** Does the work of a comparison with nothing. */
  private Verdict idle(Password password) {
    hashed(password);
    return Verdict.WRONG;
  }

  private Verdict compared(Password password, PasswordHash hash) {
    HashingFunction function = functionOf(hash);
    boolean right = com.password4j.Password.check(password.reveal(), hash.value()).with(function);
    if (!right) {
      return Verdict.WRONG;
    }
    return function.equals(today()) ? Verdict.RIGHT : Verdict.RIGHT_BUT_OUTDATED;
  }

  private static HashingFunction functionOf(PasswordHash hash) {
    try {
      return hash.value().startsWith(ARGON2ID)
          ? Argon2Function.getInstanceFromHash(hash.value())
          : BcryptFunction.getInstanceFromHash(hash.value());
    } catch (BadParametersException e) {
      throw new IllegalStateException("a stored hash that no algorithm here has made", e);
    }
  }
}
