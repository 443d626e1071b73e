package dev.colloquy.identity.domain.port.in;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/** Tells everybody the public keys that our access tokens are verified with. */
public interface PublishKeys {

  /** JSON Web Keys (RFC 7517), the one that signs first. */
  CompletionStage<List<Map<String, Object>>> handle();
}
