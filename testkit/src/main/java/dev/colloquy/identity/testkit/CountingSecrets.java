package dev.colloquy.identity.testkit;

import dev.colloquy.identity.domain.SecretHash;
import dev.colloquy.shared.domain.port.out.SecretTokens;
import java.util.concurrent.atomic.AtomicInteger;

/** Secrets that a test can foresee. */
public final class CountingSecrets implements SecretTokens {

  private final AtomicInteger made = new AtomicInteger();

  @Override
  public String next() {
    return "secret-" + made.incrementAndGet();
  }

  @Override
  public String hash(String token) {
    return SecretHash.of(token).hex();
  }
}
