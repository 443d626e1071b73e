package dev.colloquy.identity.domain.port.out;

import dev.colloquy.identity.domain.SigningKey;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/** The signing keys as this node holds them in memory, opened. */
public interface KeyRing {

  /** Makes a key pair and seals its private half. */
  CompletionStage<SigningKey> fresh(Instant now);

  /**
   * Takes over what is stored now.
   *
   * @return whether there is a key to sign with; fails with {@code WrongSecretKey} where a stored
   *     key cannot be opened, and with {@code DatabaseError}
   */
  CompletionStage<Boolean> load();

  /** The public halves of all keys whose tokens are accepted now, as JSON Web Keys (RFC 7517). */
  CompletionStage<List<Map<String, Object>>> published();
}
