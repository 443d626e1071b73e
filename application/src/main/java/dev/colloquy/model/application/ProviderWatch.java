package dev.colloquy.model.application;

import dev.colloquy.model.domain.HealthCheck;
import dev.colloquy.model.domain.ModelCallFailed;
import dev.colloquy.model.domain.ModelEndpoint;
import dev.colloquy.model.domain.Provider;
import dev.colloquy.model.domain.ProviderId;
import dev.colloquy.model.domain.port.out.Models;
import dev.colloquy.model.domain.port.out.ProbeRota;
import dev.colloquy.model.domain.port.out.ProviderProbe;
import dev.colloquy.model.domain.port.out.Providers;
import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.Origin;
import dev.colloquy.shared.domain.port.out.Ids;
import dev.colloquy.shared.domain.port.out.Timers;
import dev.colloquy.shared.domain.port.out.UnitOfWork;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Looks at providers now and then, and remembers how they did. On every node: each takes the
 * providers whose turn it is, one after the other.
 */
public final class ProviderWatch {

  private static final Logger LOG = System.getLogger(ProviderWatch.class.getName());
  private static final Duration LONGEST_PERIOD = Duration.ofSeconds(30);

  /** How many are looked at in one round; the others have their turn in the next. */
  private static final int PORTION = 20;

  private final UnitOfWork unitOfWork;
  private final Providers providers;
  private final Models models;
  private final ProbeRota rota;
  private final ProviderProbe probe;
  private final Ids ids;
  private final Clock clock;
  private final AtomicBoolean looking = new AtomicBoolean();

  public ProviderWatch(
      UnitOfWork unitOfWork,
      Providers providers,
      Models models,
      ProbeRota rota,
      ProviderProbe probe,
      Ids ids,
      Clock clock) {
    this.unitOfWork = unitOfWork;
    this.providers = providers;
    this.models = models;
    this.rota = rota;
    this.probe = probe;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Begins to look.
   *
   * @param interval how often at each provider; never where it is zero
   */
  public void start(Timers timers, Duration interval) {
    if (interval.isPositive()) {
      timers.every(
          interval.compareTo(LONGEST_PERIOD) < 0 ? interval : LONGEST_PERIOD, () -> look(interval));
    }
  }

  private void look(Duration interval) {
    if (looking.compareAndSet(false, true)) {
      round(interval, PORTION)
          .exceptionally(
              failure -> {
                LOG.log(
                    Level.WARNING, "Providers were not looked at, which is repeated: {0}", failure);
                return null;
              })
          .thenRun(() -> looking.set(false));
    }
  }

  /** Looks at one provider after the other, as long as it is somebody's turn. */
  private CompletionStage<Void> round(Duration interval, int most) {
    return rota.take(clock.instant(), interval)
        .thenCompose(
            taken ->
                taken.isEmpty() || most == 0
                    ? CompletableFuture.completedFuture(null)
                    : looked(taken.get()).thenCompose(done -> round(interval, most - 1)));
  }

  private CompletionStage<Void> looked(ProviderId provider) {
    return models
        .endpointOf(provider)
        .thenCompose(
            found ->
                found
                    .map(endpoint -> looked(provider, endpoint))
                    .orElseGet(() -> CompletableFuture.completedFuture(null)));
  }

  private CompletionStage<Void> looked(ProviderId provider, ModelEndpoint endpoint) {
    Instant begun = clock.instant();
    return probe
        .look(endpoint)
        .thenApply(failure -> check(begun, failure))
        .thenCompose(check -> remembered(provider, endpoint.version(), check));
  }

  private HealthCheck check(Instant begun, Optional<ModelCallFailed> failure) {
    Instant now = clock.instant();
    return new HealthCheck(now, Duration.between(begun, now), failure.map(HealthCheck.Failure::of));
  }

  /** Unless it was set up otherwise meanwhile: then it says nothing of what it is now. */
  private CompletionStage<Void> remembered(ProviderId id, long version, HealthCheck check) {
    return unitOfWork.inTransaction(
        () ->
            providers
                .find(id)
                .thenApply(found -> found.filter(it -> it.version() == version))
                .thenCompose(found -> saved(found, check)));
  }

  private CompletionStage<Void> saved(Optional<Provider> provider, HealthCheck check) {
    Actor watch =
        new Actor.System("provider-watch", new Origin(ids.next(), "", clock.instant(), ""));
    return provider
        .map(it -> providers.saveCheck(it.probed(watch, check)).thenAccept(saved -> {}))
        .orElseGet(() -> CompletableFuture.completedFuture(null));
  }
}
