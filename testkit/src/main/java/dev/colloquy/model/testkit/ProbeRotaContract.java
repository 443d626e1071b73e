package dev.colloquy.model.testkit;

import static dev.colloquy.model.testkit.ProviderFixtures.NOON;
import static dev.colloquy.model.testkit.ProviderFixtures.unique;
import static dev.colloquy.shared.testkit.Stages.valueOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.colloquy.model.domain.Dialect;
import dev.colloquy.model.domain.Provider;
import dev.colloquy.model.domain.ProviderDraft;
import dev.colloquy.model.domain.ProviderId;
import dev.colloquy.model.domain.ProviderKind;
import dev.colloquy.model.domain.ProviderName;
import dev.colloquy.model.domain.ProviderStatus;
import dev.colloquy.model.domain.port.out.ProbeRota;
import dev.colloquy.model.domain.port.out.Providers;
import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.port.out.UnitOfWork;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What everybody does who says whose turn it is. Others' providers may be about. */
public interface ProbeRotaContract {

  Duration INTERVAL = Duration.ofMinutes(5);

  ProbeRota rota();

  Providers providers();

  UnitOfWork unitOfWork();

  Actor.OfUser administrator();

  /** A provider that was set up at noon. */
  private ProviderId setUp(ProviderDraft draft) {
    return valueOf(
            unitOfWork()
                .inTransaction(
                    () ->
                        providers()
                            .add(
                                Provider.setUp(
                                    administrator(),
                                    new ProviderId(UUID.randomUUID()),
                                    draft,
                                    Optional.empty(),
                                    NOON))))
        .id();
  }

  private ProviderId setUp(ProviderStatus status) {
    return setUp(ProviderFixtures.draft(unique(), status));
  }

  /** All whose turn it is. */
  private List<ProviderId> taken(Instant now) {
    List<ProviderId> taken = new ArrayList<>();
    Optional<ProviderId> next = valueOf(rota().take(now, INTERVAL));
    while (next.isPresent()) {
      taken.add(next.get());
      next = valueOf(rota().take(now, INTERVAL));
    }
    return taken;
  }

  @Test
  default void givesEachProviderItsTurnOnceInAnInterval() {
    ProviderId provider = setUp(ProviderStatus.ACTIVE);
    Instant first = NOON.plus(INTERVAL);

    assertThat(taken(first)).containsOnlyOnce(provider);
    assertThat(taken(first.plus(INTERVAL).minusMillis(1))).doesNotContain(provider);
    assertThat(taken(first.plus(INTERVAL))).containsOnlyOnce(provider);
  }

  @Test
  default void leavesANewProviderAloneForAnInterval() {
    ProviderId provider = setUp(ProviderStatus.ACTIVE);

    assertThat(taken(NOON.plus(INTERVAL).minusMillis(1))).doesNotContain(provider);
  }

  @Test
  default void passesOverWhoIsOffOrBuiltIn() {
    ProviderId off = setUp(ProviderStatus.INACTIVE);
    ProviderId builtIn =
        setUp(
            new ProviderDraft(
                new ProviderName(unique()),
                ProviderKind.REHEARSAL,
                Optional.empty(),
                Dialect.usual(ProviderKind.REHEARSAL),
                ProviderStatus.ACTIVE,
                Optional.empty()));

    assertThat(taken(NOON.plus(INTERVAL))).doesNotContain(off, builtIn);
  }

  @Test
  default void givesNoTurnTwiceHoweverManyAskAtOnce() {
    List<ProviderId> mine =
        IntStream.range(0, 5).mapToObj(i -> setUp(ProviderStatus.ACTIVE)).toList();
    Instant now = NOON.plus(INTERVAL);

    List<CompletionStage<Optional<ProviderId>>> asked =
        IntStream.range(0, 20).mapToObj(i -> rota().take(now, INTERVAL)).toList();
    List<ProviderId> taken =
        new ArrayList<>(asked.stream().flatMap(it -> valueOf(it).stream()).toList());
    taken.addAll(taken(now));

    assertThat(taken).doesNotHaveDuplicates().containsAll(mine);
  }
}
