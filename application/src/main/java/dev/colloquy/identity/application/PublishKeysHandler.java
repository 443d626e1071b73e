package dev.colloquy.identity.application;

import dev.colloquy.identity.domain.port.in.PublishKeys;
import dev.colloquy.identity.domain.port.out.KeyRing;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/** Tells everybody the public keys. */
public final class PublishKeysHandler implements PublishKeys {

  private final KeyRing ring;

  public PublishKeysHandler(KeyRing ring) {
    this.ring = ring;
  }

  @Override
  public CompletionStage<List<Map<String, Object>>> handle() {
    return ring.published();
  }
}
