package dev.colloquy.model.testkit;

import dev.colloquy.model.domain.ProviderId;
import dev.colloquy.model.domain.ProviderKey;
import dev.colloquy.model.domain.SealedKey;
import dev.colloquy.model.domain.port.out.KeySafe;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Puts keys away and gives a label for each. */
public final class LabelledKeySafe implements KeySafe {

  private final Map<String, ProviderKey> keys = new ConcurrentHashMap<>();

  @Override
  public SealedKey seal(ProviderId provider, ProviderKey key) {
    String label = provider + "/" + UUID.randomUUID();
    keys.put(label, key);
    return new SealedKey(label, key.hint());
  }

  @Override
  public Optional<ProviderKey> open(ProviderId provider, SealedKey key) {
    return Optional.ofNullable(keys.get(key.sealed()))
        .filter(it -> key.sealed().startsWith(provider + "/"));
  }
}
