package dev.colloquy.model.testkit;

import static dev.colloquy.model.testkit.ProviderFixtures.NOON;
import static dev.colloquy.model.testkit.ProviderFixtures.unique;
import static dev.colloquy.shared.testkit.Stages.assertFailureOf;
import static dev.colloquy.shared.testkit.Stages.valueOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.colloquy.model.domain.ModelConfiguration;
import dev.colloquy.model.domain.ModelId;
import dev.colloquy.model.domain.ProviderId;
import dev.colloquy.model.domain.port.out.ModelConfigurations;
import dev.colloquy.model.domain.port.out.Providers;
import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.CommonException.Conflict;
import dev.colloquy.shared.domain.CommonException.Duplicate;
import dev.colloquy.shared.domain.Page;
import dev.colloquy.shared.domain.PageRequest;
import dev.colloquy.shared.domain.port.out.UnitOfWork;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every keeper of models as they are set up does. */
public interface ModelConfigurationsContract {

  UnitOfWork unitOfWork();

  Providers providers();

  ModelConfigurations modelConfigurations();

  Actor.OfUser administrator();

  private <T> CompletionStage<T> within(Supplier<? extends CompletionStage<T>> work) {
    return unitOfWork().inTransaction(work);
  }

  private ProviderId provider() {
    return valueOf(within(() -> providers().add(ProviderFixtures.setUp(administrator(), unique()))))
        .id();
  }

  private CompletionStage<ModelConfiguration> adding(ProviderId provider, String name) {
    return within(
        () -> modelConfigurations().add(ProviderFixtures.model(administrator(), provider, name)));
  }

  private CompletionStage<ModelConfiguration> renaming(ModelConfiguration model, String name) {
    return within(
        () ->
            modelConfigurations()
                .save(
                    model.edit(
                        administrator(), ProviderFixtures.modelDraft(name), NOON.plusSeconds(1))));
  }

  @Test
  default void keepsAModelAsItIsSetUp() {
    ModelConfiguration model = valueOf(adding(provider(), "m"));

    assertThat(valueOf(modelConfigurations().find(model.model().id()))).contains(model);
    assertThat(valueOf(modelConfigurations().find(new ModelId(UUID.randomUUID())))).isEmpty();
  }

  @Test
  default void keepsAChangeOfAModel() {
    ModelConfiguration model = valueOf(adding(provider(), "m"));

    ModelConfiguration edited = valueOf(renaming(model, "n"));

    assertThat(valueOf(modelConfigurations().find(model.model().id()))).contains(edited);
    assertThat(edited.version()).isEqualTo(2);
  }

  @Test
  default void refusesAChangeOfAnEarlierModel() {
    ModelConfiguration model = valueOf(adding(provider(), "m"));
    valueOf(renaming(model, "n"));

    assertFailureOf(renaming(model, "o")).isInstanceOf(Conflict.class);
    assertFailureOf(within(() -> modelConfigurations().remove(model.delete(administrator(), NOON))))
        .isInstanceOf(Conflict.class);
  }

  @Test
  default void writesNothingWhereNothingChanged() {
    ModelConfiguration model = valueOf(adding(provider(), "m"));

    assertThat(valueOf(renaming(model, "m"))).isEqualTo(model);
  }

  @Test
  default void refusesASecondModelOfOneNameAndProvider() {
    ProviderId provider = provider();
    valueOf(adding(provider, "m"));
    ModelConfiguration other = valueOf(adding(provider, "n"));

    assertFailureOf(adding(provider, "m")).isInstanceOf(Duplicate.class);
    assertFailureOf(renaming(other, "m")).isInstanceOf(Duplicate.class);
    assertThat(valueOf(adding(provider(), "m")).model().name()).isEqualTo("m");
  }

  @Test
  default void listsAProvidersModelsInTheOrderOfTheirIds() {
    ProviderId provider = provider();
    String[] ids =
        Stream.of("m", "n", "o")
            .map(name -> valueOf(adding(provider, name)).model().id().toString())
            .sorted()
            .toArray(String[]::new);
    valueOf(adding(provider(), "p"));

    Page<ModelConfiguration> page =
        valueOf(
            modelConfigurations()
                .list(Optional.of(provider), new PageRequest(2, Optional.empty())));
    Page<ModelConfiguration> rest =
        valueOf(modelConfigurations().list(Optional.of(provider), new PageRequest(2, page.next())));

    assertThat(Stream.concat(page.items().stream(), rest.items().stream()))
        .extracting(it -> it.model().id().toString())
        .containsExactly(ids);
    assertThat(rest.next()).isEmpty();
  }

  @Test
  default void listsAllProvidersModels() {
    ModelConfiguration one = valueOf(adding(provider(), "m"));
    ModelConfiguration other = valueOf(adding(provider(), "n"));

    assertThat(
            valueOf(
                    modelConfigurations()
                        .list(
                            Optional.empty(),
                            new PageRequest(PageRequest.MAX_LIMIT, Optional.empty())))
                .items())
        .contains(one, other);
  }

  @Test
  default void takesAModelAway() {
    ModelConfiguration model = valueOf(adding(provider(), "m"));

    valueOf(within(() -> modelConfigurations().remove(model.delete(administrator(), NOON))));

    assertThat(valueOf(modelConfigurations().find(model.model().id()))).isEmpty();
  }
}
