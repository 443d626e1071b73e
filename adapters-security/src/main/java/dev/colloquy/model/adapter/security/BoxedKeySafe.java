package dev.colloquy.model.adapter.security;

import dev.colloquy.model.domain.ProviderId;
import dev.colloquy.model.domain.ProviderKey;
import dev.colloquy.model.domain.SealedKey;
import dev.colloquy.model.domain.port.out.KeySafe;
import dev.colloquy.shared.adapter.security.SecretBox;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Keys in a box that only this installation opens, each under its provider's id. */
public final class BoxedKeySafe implements KeySafe {

  private final SecretBox box;

  public BoxedKeySafe(SecretBox box) {
    this.box = box;
  }

  @Override
  public SealedKey seal(ProviderId provider, ProviderKey key) {
    byte[] secret = key.value().getBytes(StandardCharsets.UTF_8);
    return new SealedKey(box.seal(secret, provider.toString()), key.hint());
  }

  @Override
  public Optional<ProviderKey> open(ProviderId provider, SealedKey key) {
    return box.open(key.sealed(), provider.toString())
        .map(secret -> new ProviderKey(new String(secret, StandardCharsets.UTF_8)));
  }
}
