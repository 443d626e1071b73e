package dev.colloquy.bootstrap;

import dev.colloquy.shared.adapter.security.MasterSecret;
import dev.colloquy.shared.adapter.security.RandomSecretTokens;
import dev.colloquy.shared.domain.port.out.SecretTokens;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Random numbers and the installation's secret key. */
@Singleton
final class SecurityWiring {

  @Produces
  @Singleton
  SecureRandom random() {
    return new SecureRandom();
  }

  @Produces
  @Singleton
  MasterSecret masterSecret(@ConfigProperty(name = "colloquy.secret-key") String base64) {
    return new MasterSecret(base64);
  }

  @Produces
  @Singleton
  SecretTokens secretTokens(SecureRandom random) {
    return new RandomSecretTokens(random);
  }
}
