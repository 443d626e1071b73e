package dev.colloquy.model.application;

import static dev.colloquy.shared.testkit.Stages.valueOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.colloquy.model.domain.HealthCheck;
import dev.colloquy.model.domain.ModelCallFailed;
import dev.colloquy.model.domain.ModelCallFailed.Fault;
import dev.colloquy.model.domain.Provider;
import dev.colloquy.model.domain.ProviderStatus;
import dev.colloquy.model.domain.port.in.ManageProviders;
import dev.colloquy.model.testkit.ModelFixtures;
import dev.colloquy.model.testkit.ProviderFixtures;
import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.Patch;
import dev.colloquy.shared.domain.Precondition;
import dev.colloquy.shared.testkit.Actors;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

final class ProviderWatchTest {

  private static final Duration INTERVAL = Duration.ofMinutes(5);

  private final ProviderWorld world = ProviderWorld.prompt();
  private final Actor.Person root = Actors.administrator();

  private Provider setUp(String name) {
    Provider provider =
        valueOf(
            world
                .manage()
                .create(
                    new ManageProviders.Create(
                        root, ProviderFixtures.draft(name), Optional.empty())));
    world.endpoints.put(provider.id(), ModelFixtures.endpoint());
    return provider;
  }

  private void switchOff(Provider provider) {
    valueOf(
        world
            .manage()
            .edit(
                new ManageProviders.Edit(
                    root,
                    provider.id(),
                    draft -> ProviderFixtures.draft(draft.name().value(), ProviderStatus.INACTIVE),
                    new Patch.Keep<>(),
                    new Precondition.Any())));
  }

  private Optional<HealthCheck> checkOf(Provider provider) {
    return valueOf(world.browse().get(root, provider.id())).lastCheck();
  }

  private long tested() {
    return world.events.types().stream().filter("provider.tested"::equals).count();
  }

  @Test
  void looksAtEachProviderOnceInAnInterval() {
    Provider one = setUp("One");
    Provider two = setUp("Two");
    world.watch().start(world.timers, INTERVAL);

    world.timers.advance(INTERVAL.minusSeconds(1));
    assertThat(world.probe.looked()).isEmpty();
    world.timers.advance(Duration.ofSeconds(1));

    assertThat(world.probe.looked()).hasSize(2);
    assertThat(checkOf(one)).hasValueSatisfying(it -> assertThat(it.isOk()).isTrue());
    assertThat(checkOf(two)).hasValueSatisfying(it -> assertThat(it.isOk()).isTrue());
    world.timers.advance(INTERVAL);
    assertThat(world.probe.looked()).hasSize(4);
  }

  @Test
  void neverLooksWhereNobodyWantsIt() {
    setUp("One");
    world.watch().start(world.timers, Duration.ZERO);

    world.timers.advance(Duration.ofDays(1));

    assertThat(world.probe.looked()).isEmpty();
  }

  @Test
  void tellsOnlyWhereHealthChanges() {
    Provider provider = setUp("One");
    world.watch().start(world.timers, INTERVAL);

    world.timers.advance(INTERVAL.multipliedBy(3));
    assertThat(tested()).isEqualTo(1);
    world.probe.finds(Fault.UNAVAILABLE);
    world.timers.advance(INTERVAL.multipliedBy(3));
    assertThat(tested()).isEqualTo(2);
    world.probe.finds(Fault.KEY_REFUSED);
    world.timers.advance(INTERVAL);
    assertThat(tested()).isEqualTo(3);
    world.probe.findsAllWell();
    world.timers.advance(INTERVAL.multipliedBy(2));

    assertThat(tested()).isEqualTo(4);
    assertThat(checkOf(provider).orElseThrow().at()).isEqualTo(world.clock.instant());
    assertThat(valueOf(world.browse().get(root, provider.id())).version()).isEqualTo(1);
    assertThat(world.events.all().getLast().actor())
        .isInstanceOfSatisfying(
            Actor.System.class, it -> assertThat(it.job()).isEqualTo("provider-watch"));
  }

  @Test
  void looksAtNobodyWhoIsOff() {
    switchOff(setUp("One"));
    world.watch().start(world.timers, INTERVAL);

    world.timers.advance(INTERVAL.multipliedBy(2));

    assertThat(world.probe.looked()).isEmpty();
  }

  @Test
  void remembersNothingOfAProviderThatWasSetUpOtherwiseMeanwhile() {
    Provider provider = setUp("One");
    CompletableFuture<Optional<ModelCallFailed>> late = new CompletableFuture<>();
    world.probe.finds(late);
    world.watch().start(world.timers, INTERVAL);
    world.timers.advance(INTERVAL);

    switchOff(provider);
    late.complete(Optional.empty());

    assertThat(world.probe.looked()).hasSize(1);
    assertThat(checkOf(provider)).isEmpty();
  }

  @Test
  void waitsForOneLookBeforeTheNext() {
    setUp("One");
    setUp("Two");
    CompletableFuture<Optional<ModelCallFailed>> late = new CompletableFuture<>();
    world.probe.finds(late);
    world.watch().start(world.timers, INTERVAL);

    world.timers.advance(INTERVAL.multipliedBy(2));
    assertThat(world.probe.looked()).hasSize(1);
    world.probe.findsAllWell();
    late.complete(Optional.empty());

    assertThat(world.probe.looked()).hasSizeGreaterThan(1);
  }
}
