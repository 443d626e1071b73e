package dev.colloquy.model.testkit;

import dev.colloquy.model.domain.Capability;
import dev.colloquy.model.domain.Dialect;
import dev.colloquy.model.domain.ModelConfiguration;
import dev.colloquy.model.domain.ModelDraft;
import dev.colloquy.model.domain.ModelId;
import dev.colloquy.model.domain.ModelName;
import dev.colloquy.model.domain.ModelStatus;
import dev.colloquy.model.domain.Price;
import dev.colloquy.model.domain.Provider;
import dev.colloquy.model.domain.ProviderDraft;
import dev.colloquy.model.domain.ProviderId;
import dev.colloquy.model.domain.ProviderKind;
import dev.colloquy.model.domain.ProviderName;
import dev.colloquy.model.domain.ProviderStatus;
import dev.colloquy.model.domain.SealedKey;
import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.BaseUrl;
import dev.colloquy.shared.domain.Change;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Providers and their models, for tests. */
public final class ProviderFixtures {

  /** A moment that the database keeps as it is. */
  public static final Instant NOON = Instant.parse("2026-03-01T12:00:00.123456Z");

  public static final SealedKey KEY = new SealedKey("c2VhbGVk", "WXYZ");

  /** Whoever names no model is not answered by one that a test has left behind. */
  private static final int BEHIND_THE_REHEARSAL = 70_000;

  private ProviderFixtures() {}

  /** A name that nobody has. */
  public static String unique() {
    return "P " + UUID.randomUUID();
  }

  /** A server of one's own with a dialect of its own, and at most ten calls a minute. */
  public static ProviderDraft draft(String name) {
    return new ProviderDraft(
        new ProviderName(name),
        ProviderKind.OPENAI_COMPATIBLE,
        Optional.of(BaseUrl.of("https://models.example.com/v1")),
        new Dialect("max_new_tokens", false, true, Map.of("X-Team", "bakery")),
        ProviderStatus.ACTIVE,
        Optional.of(10));
  }

  /** The same, with this status and any number of calls. */
  public static ProviderDraft draft(String name, ProviderStatus status) {
    ProviderDraft draft = draft(name);
    return new ProviderDraft(
        draft.name(), draft.kind(), draft.baseUrl(), draft.dialect(), status, Optional.empty());
  }

  /** A provider that was just set up, with a key. */
  public static Change<Provider> setUp(Actor actor, String name) {
    return Provider.setUp(
        actor, new ProviderId(UUID.randomUUID()), draft(name), Optional.of(KEY), NOON);
  }

  /** A model of which nothing special is to be said. */
  public static ModelDraft modelDraft(String name) {
    return new ModelDraft(
        new ModelName(name),
        Optional.of(new ModelName("The " + name)),
        2,
        8192,
        1024,
        new Price(Price.part(0.25), Price.part(1)),
        Set.of(Capability.STREAMING, Capability.TOOLS),
        BEHIND_THE_REHEARSAL,
        true,
        ModelStatus.ACTIVE);
  }

  /** A model that was just set up. */
  public static Change<ModelConfiguration> model(Actor actor, ProviderId provider, String name) {
    return ModelConfiguration.setUp(
        actor, new ModelId(UUID.randomUUID()), provider, modelDraft(name), NOON);
  }
}
