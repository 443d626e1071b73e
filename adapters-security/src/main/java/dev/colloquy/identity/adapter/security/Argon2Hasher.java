package dev.colloquy.identity.adapter.security;

import dev.colloquy.identity.domain.Password;
import dev.colloquy.identity.domain.PasswordHash;
import dev.colloquy.identity.domain.port.out.PasswordHasher;
import dev.colloquy.shared.domain.port.out.Workers;
import dev.colloquy.shared.domain.port.out.Workers.Pool;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator.BlockPool;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator.FixedBlockPool;
import org.bouncycastle.crypto.generators.OpenBSDBCrypt;
import org.bouncycastle.crypto.params.Argon2Parameters;

/** Argon2id for what is hashed today; bcrypt and other parameters are still understood. */
public final class Argon2Hasher implements PasswordHasher {

  private static final int LANES = 1;
  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;

  /** For how many hashes at once memory is kept; further ones get theirs and let it go. */
  private static final int KEPT = 2;

  private final Workers workers;
  private final Cost cost;
  private final SecureRandom random = new SecureRandom();

  /** What a hash fills is used again, cleared: as garbage it would stop everybody by the second. */
  private final BlockPool blocks;

  /**
   * What a hash costs; OWASP's Password Storage Cheat Sheet asks for {@link #RECOMMENDED} at least.
   *
   * @param memory in KiB
   */
  public record Cost(int memory, int iterations) {

    public static final Cost RECOMMENDED = new Cost(19 * 1024, 2);
  }

  public Argon2Hasher(Workers workers, Cost cost) {
    this.workers = workers;
    this.cost = cost;
    this.blocks = new FixedBlockPool(KEPT * cost.memory());
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

  private PasswordHash hashed(Password password) {
    byte[] salt = new byte[SALT_BYTES];
    random.nextBytes(salt);
    byte[] hash = argon2(password, cost.memory(), cost.iterations(), LANES, salt, HASH_BYTES);
    return new PasswordHash(
        Argon2Text.of(cost.memory(), cost.iterations(), LANES, salt, hash).text());
  }

  /** Does the work of a comparison with nothing. */
  private Verdict idle(Password password) {
    hashed(password);
    return Verdict.WRONG;
  }

  private Verdict compared(Password password, PasswordHash hash) {
    if (!Argon2Text.begins(hash.value())) {
      return OpenBSDBCrypt.checkPassword(hash.value(), bytes(password))
          ? Verdict.RIGHT_BUT_OUTDATED
          : Verdict.WRONG;
    }
    Argon2Text stored = Argon2Text.parse(hash.value());
    byte[] right = stored.hashBytes();
    byte[] offered =
        argon2(
            password,
            stored.memory(),
            stored.iterations(),
            stored.lanes(),
            stored.saltBytes(),
            right.length);
    if (!MessageDigest.isEqual(offered, right)) {
      return Verdict.WRONG;
    }
    return isOfToday(stored, right.length) ? Verdict.RIGHT : Verdict.RIGHT_BUT_OUTDATED;
  }

  private boolean isOfToday(Argon2Text stored, int length) {
    return stored.memory() == cost.memory()
        && stored.iterations() == cost.iterations()
        && stored.lanes() == LANES
        && length == HASH_BYTES;
  }

  private byte[] argon2(
      Password password, int memory, int iterations, int lanes, byte[] salt, int length) {
    Argon2BytesGenerator generator = new Argon2BytesGenerator();
    generator.init(
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withVersion(Argon2Parameters.ARGON2_VERSION_13)
            .withMemoryAsKB(memory)
            .withIterations(iterations)
            .withParallelism(lanes)
            .withSalt(salt)
            .withBlockPool(blocks)
            .build());
    byte[] hash = new byte[length];
    generator.generateBytes(bytes(password), hash);
    return hash;
  }

  private static byte[] bytes(Password password) {
    return password.reveal().getBytes(StandardCharsets.UTF_8);
  }
}
