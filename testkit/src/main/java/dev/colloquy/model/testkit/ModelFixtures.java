package dev.colloquy.model.testkit;

import dev.colloquy.model.domain.Capability;
import dev.colloquy.model.domain.Dialect;
import dev.colloquy.model.domain.Model;
import dev.colloquy.model.domain.ModelEndpoint;
import dev.colloquy.model.domain.ModelId;
import dev.colloquy.model.domain.ModelStatus;
import dev.colloquy.model.domain.Price;
import dev.colloquy.model.domain.ProviderId;
import dev.colloquy.model.domain.ProviderKind;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Models for tests. */
public final class ModelFixtures {

  private static final ProviderId PROVIDER = new ProviderId(UUID.randomUUID());

  private ModelFixtures() {}

  /** An enabled model of a provider of its own: 1 a thousand tokens read, 2 a thousand written. */
  public static Model model(String name, int priority) {
    return model(name, priority, true);
  }

  public static Model model(String name, int priority, boolean enabled) {
    return new Model(
        new ModelId(UUID.randomUUID()),
        new ProviderId(UUID.randomUUID()),
        name,
        name,
        1,
        4096,
        1024,
        new Price(BigDecimal.ONE, BigDecimal.TWO),
        Set.of(Capability.STREAMING, Capability.TOOLS),
        priority,
        enabled,
        ModelStatus.ACTIVE);
  }

  public static ModelEndpoint endpoint() {
    return endpoint(false);
  }

  /** One that may be limited to so many calls a minute. */
  public static ModelEndpoint endpoint(boolean limited) {
    return new ModelEndpoint(
        PROVIDER,
        1,
        ProviderKind.REHEARSAL,
        Optional.empty(),
        Optional.empty(),
        Dialect.usual(ProviderKind.REHEARSAL),
        limited);
  }
}
