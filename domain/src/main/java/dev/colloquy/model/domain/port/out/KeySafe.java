package dev.colloquy.model.domain.port.out;

import dev.colloquy.model.domain.ProviderId;
import dev.colloquy.model.domain.ProviderKey;
import dev.colloquy.model.domain.SealedKey;
import java.util.Optional;

/** Makes providers' keys unreadable for whoever has the database alone; takes microseconds. */
public interface KeySafe {

  /** Seals a key for this provider; for no other it can be opened. */
  SealedKey seal(ProviderId provider, ProviderKey key);

  /** The key; empty where it was sealed for another provider or by another installation. */
  Optional<ProviderKey> open(ProviderId provider, SealedKey key);
}
