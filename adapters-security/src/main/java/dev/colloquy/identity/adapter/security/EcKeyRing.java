package dev.colloquy.identity.adapter.security;

import dev.colloquy.identity.domain.SigningKey;
import dev.colloquy.identity.domain.port.out.KeyRing;
import dev.colloquy.identity.domain.port.out.SigningKeys;
import dev.colloquy.shared.adapter.security.SecretBox;
import dev.colloquy.shared.domain.port.out.Ids;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;

/** The opened keys of this node, replaced as a whole whenever they are read. */
public final class EcKeyRing implements KeyRing {

  /** How often at most an unknown key id makes us look into the database. */
  private static final Duration LOOKS_APART = Duration.ofSeconds(1);

  private final SigningKeys stored;
  private final EcKeys keys;
  private final Ids ids;
  private final Clock clock;
  private final AtomicReference<Instant> lastLook = new AtomicReference<>(Instant.EPOCH);
  private volatile List<OpenedKey> ring = List.of();

  public EcKeyRing(SigningKeys stored, SecretBox box, SecureRandom random, Ids ids, Clock clock) {
    this.stored = stored;
    this.keys = new EcKeys(box, random);
    this.ids = ids;
    this.clock = clock;
  }

  @Override
  public CompletionStage<SigningKey> fresh(Instant now) {
    return CompletableFuture.completedFuture(keys.fresh(ids.next().toString(), now));
  }

  @Override
  public CompletionStage<Boolean> load() {
    return stored.verifying(clock.instant()).thenApply(this::take);
  }

  @Override
  public CompletionStage<List<Map<String, Object>>> published() {
    Instant now = clock.instant();
    return CompletableFuture.completedFuture(
        ring.stream().filter(it -> it.stored().verifies(now)).map(EcKeyRing::published).toList());
  }

  /** The key that signs; fails where {@link #load} has not found one. */
  OpenedKey signing() {
    return ring.stream()
        .filter(it -> it.stored().signs())
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no key to sign with has been loaded"));
  }

  /** The key of this id, while its tokens are accepted. */
  Optional<OpenedKey> verifying(String id, Instant now) {
    return ring.stream()
        .filter(it -> it.stored().id().equals(id) && it.stored().verifies(now))
        .findFirst();
  }

  /** The same, after a look for keys that another node may have made. */
  CompletionStage<Optional<OpenedKey>> lookedUp(String id) {
    Instant now = clock.instant();
    Optional<OpenedKey> known = verifying(id, now);
    Instant last = lastLook.get();
    boolean due = now.isAfter(last.plus(LOOKS_APART)) && lastLook.compareAndSet(last, now);
    return known.isPresent() || !due
        ? CompletableFuture.completedFuture(known)
        : load().thenApply(loaded -> verifying(id, now));
  }

  private boolean take(List<SigningKey> found) {
    ring = found.stream().map(keys::open).toList();
    return found.stream().anyMatch(SigningKey::signs);
  }

  private static Map<String, Object> published(OpenedKey key) {
    EllipticCurveJsonWebKey jwk = new EllipticCurveJsonWebKey(key.publicKey());
    jwk.setKeyId(key.stored().id());
    jwk.setUse("sig");
    jwk.setAlgorithm("ES256");
    return jwk.toParams(OutputControlLevel.PUBLIC_ONLY);
  }
}
