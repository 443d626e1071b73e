package dev.colloquy.model.testkit;

import static dev.colloquy.model.testkit.ProviderFixtures.NOON;
import static dev.colloquy.model.testkit.ProviderFixtures.unique;
import static dev.colloquy.shared.testkit.Stages.assertFailureOf;
import static dev.colloquy.shared.testkit.Stages.valueOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.colloquy.model.domain.HealthCheck;
import dev.colloquy.model.domain.ModelException.ProviderInUse;
import dev.colloquy.model.domain.Provider;
import dev.colloquy.model.domain.ProviderId;
import dev.colloquy.model.domain.ProviderStatus;
import dev.colloquy.model.domain.port.out.ModelConfigurations;
import dev.colloquy.model.domain.port.out.Providers;
import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.CommonException.Conflict;
import dev.colloquy.shared.domain.CommonException.Duplicate;
import dev.colloquy.shared.domain.Page;
import dev.colloquy.shared.domain.PageRequest;
import dev.colloquy.shared.domain.port.out.UnitOfWork;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What every keeper of providers does. */
public interface ProvidersContract {

  UnitOfWork unitOfWork();

  Providers providers();

  ModelConfigurations modelConfigurations();

  Actor.OfUser administrator();

  private <T> CompletionStage<T> within(Supplier<? extends CompletionStage<T>> work) {
    return unitOfWork().inTransaction(work);
  }

  private Provider kept(String name) {
    return valueOf(within(() -> providers().add(ProviderFixtures.setUp(administrator(), name))));
  }

  private Provider found(ProviderId id) {
    return valueOf(providers().find(id)).orElseThrow();
  }

  private HealthCheck failed() {
    return new HealthCheck(
        NOON.plusSeconds(5),
        Duration.ofMillis(1234),
        Optional.of(new HealthCheck.Failure("MODEL_TIMEOUT", "Too long.")));
  }

  @Test
  default void keepsAProviderAsItIs() {
    Provider provider = kept(unique());

    assertThat(found(provider.id())).isEqualTo(provider);
    assertThat(valueOf(providers().find(new ProviderId(UUID.randomUUID())))).isEmpty();
  }

  @Test
  default void keepsAChangeOfAProvider() {
    Provider provider = kept(unique());
    String name = unique();

    Provider edited =
        valueOf(
            within(
                () ->
                    providers()
                        .save(
                            provider.edit(
                                administrator(),
                                ProviderFixtures.draft(name, ProviderStatus.INACTIVE),
                                Optional.empty(),
                                NOON.plusSeconds(1)))));

    assertThat(found(provider.id())).isEqualTo(edited);
    assertThat(edited.version()).isEqualTo(2);
  }

  @Test
  default void refusesAChangeOfAnEarlierProvider() {
    Provider provider = kept(unique());
    Supplier<CompletionStage<Provider>> change =
        () ->
            within(
                () ->
                    providers()
                        .save(
                            provider.edit(
                                administrator(), provider.draft(), Optional.empty(), NOON)));
    valueOf(change.get());

    assertFailureOf(change.get()).isInstanceOf(Conflict.class);
    assertFailureOf(within(() -> providers().remove(provider.delete(administrator(), NOON))))
        .isInstanceOf(Conflict.class);
  }

  @Test
  default void refusesASecondProviderOfTheSameName() {
    String name = unique();
    kept(name);
    Provider other = kept(unique());

    assertFailureOf(within(() -> providers().add(ProviderFixtures.setUp(administrator(), name))))
        .isInstanceOf(Duplicate.class);
    assertFailureOf(
            within(
                () ->
                    providers()
                        .save(
                            other.edit(
                                administrator(), ProviderFixtures.draft(name), other.key(), NOON))))
        .isInstanceOf(Duplicate.class);
  }

  @Test
  default void remembersHowAProviderDidWithoutDisturbingAChange() {
    Provider before = kept(unique());
    Provider edited =
        valueOf(
            within(
                () ->
                    providers()
                        .save(
                            before.edit(administrator(), before.draft(), Optional.empty(), NOON))));

    valueOf(within(() -> providers().saveCheck(before.checked(administrator(), failed()))));

    Provider now = found(before.id());
    assertThat(now.lastCheck()).contains(failed());
    assertThat(now.version()).isEqualTo(2);
    assertThat(now.key()).isEqualTo(edited.key());
  }

  @Test
  default void keepsHowItDidWhenItIsChanged() {
    Provider provider = kept(unique());
    HealthCheck fine = new HealthCheck(NOON, Duration.ofMillis(7), Optional.empty());
    valueOf(within(() -> providers().saveCheck(provider.checked(administrator(), fine))));

    valueOf(
        within(
            () ->
                providers()
                    .save(
                        provider.edit(administrator(), provider.draft(), Optional.empty(), NOON))));

    assertThat(found(provider.id()).lastCheck()).contains(fine);
  }

  @Test
  default void listsProvidersInTheOrderOfTheirIds() {
    List<ProviderId> wanted = List.of(kept(unique()).id(), kept(unique()).id());

    List<ProviderId> listed = new ArrayList<>();
    PageRequest next = new PageRequest(1, Optional.empty());
    while (true) {
      Page<Provider> page = valueOf(providers().list(next));
      page.items().forEach(it -> listed.add(it.id()));
      if (page.next().isEmpty()) {
        break;
      }
      next = new PageRequest(1, page.next());
    }

    assertThat(listed).containsAll(wanted).doesNotHaveDuplicates();
    assertThat(listed).extracting(ProviderId::toString).isSorted();
  }

  @Test
  default void takesAProviderAwayOnceItsModelsAreGone() {
    Provider provider = kept(unique());
    var model =
        valueOf(
            within(
                () ->
                    modelConfigurations()
                        .add(ProviderFixtures.model(administrator(), provider.id(), "m"))));
    Supplier<CompletionStage<Void>> removal =
        () -> within(() -> providers().remove(provider.delete(administrator(), NOON)));

    assertFailureOf(removal.get()).isInstanceOf(ProviderInUse.class);
    valueOf(within(() -> modelConfigurations().remove(model.delete(administrator(), NOON))));
    valueOf(removal.get());

    assertThat(valueOf(providers().find(provider.id()))).isEmpty();
  }

  @Test
  default void writesProvidersInUnitsOfWorkOnly() {
    assertFailureOf(providers().add(ProviderFixtures.setUp(administrator(), unique())))
        .isInstanceOf(IllegalStateException.class);
  }
}
