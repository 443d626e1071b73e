package dev.colloquy.model.application;

import static dev.colloquy.shared.testkit.Stages.assertFailureOf;
import static dev.colloquy.shared.testkit.Stages.valueOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.colloquy.model.domain.Circuit;
import dev.colloquy.model.domain.ModelConfiguration;
import dev.colloquy.model.domain.ModelException.ModelInUse;
import dev.colloquy.model.domain.ModelException.ProviderInUse;
import dev.colloquy.model.domain.ModelId;
import dev.colloquy.model.domain.Provider;
import dev.colloquy.model.domain.ProviderDraft;
import dev.colloquy.model.domain.ProviderHealth;
import dev.colloquy.model.domain.ProviderId;
import dev.colloquy.model.domain.ProviderKey;
import dev.colloquy.model.domain.ProviderStatus;
import dev.colloquy.model.domain.port.in.ManageModels;
import dev.colloquy.model.domain.port.in.ManageProviders;
import dev.colloquy.model.testkit.ProviderFixtures;
import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.BaseUrl;
import dev.colloquy.shared.domain.CommonException.AccessDenied;
import dev.colloquy.shared.domain.CommonException.NotFound;
import dev.colloquy.shared.domain.CommonException.PreconditionFailed;
import dev.colloquy.shared.domain.CommonException.ValidationError;
import dev.colloquy.shared.domain.PageRequest;
import dev.colloquy.shared.domain.Patch;
import dev.colloquy.shared.domain.Precondition;
import dev.colloquy.shared.testkit.Actors;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class ProviderHandlersTest {

  private static final Precondition ANY = new Precondition.Any();
  private static final Precondition FIRST = new Precondition.AnyOf(Set.of(1L));
  private static final ProviderKey KEY = new ProviderKey("sk-0123456789abcdef");

  private final Actor.Person root = Actors.administrator();
  private final ProviderWorld world = world();

  ProviderWorld world() {
    return ProviderWorld.prompt();
  }

  private CompletionStage<Provider> creating(Actor.OfUser actor, ProviderDraft draft) {
    return world.manage().create(new ManageProviders.Create(actor, draft, Optional.of(KEY)));
  }

  private Provider created(String name) {
    return valueOf(creating(root, ProviderFixtures.draft(name)));
  }

  private CompletionStage<Provider> editing(
      Actor.OfUser actor,
      ProviderId id,
      UnaryOperator<ProviderDraft> edit,
      Patch<ProviderKey> key,
      Precondition precondition) {
    return world.manage().edit(new ManageProviders.Edit(actor, id, edit, key, precondition));
  }

  private CompletionStage<Void> deleting(
      Actor.OfUser actor, ProviderId id, Precondition precondition) {
    return world.manage().delete(new ManageProviders.Delete(actor, id, precondition));
  }

  private CompletionStage<ModelConfiguration> addingModel(Actor.OfUser actor, ProviderId provider) {
    return world
        .manageModels()
        .create(new ManageModels.Create(actor, provider, ProviderFixtures.modelDraft("m")));
  }

  private static UnaryOperator<ProviderDraft> at(String address) {
    return draft ->
        new ProviderDraft(
            draft.name(),
            draft.kind(),
            Optional.of(BaseUrl.of(address)),
            draft.dialect(),
            draft.status(),
            draft.callsPerMinute());
  }

  @Test
  void setsAProviderUpWithItsKeySealed() {
    Provider provider = created("One");

    assertThat(valueOf(world.browse().get(root, provider.id()))).isEqualTo(provider);
    assertThat(world.safe.open(provider.id(), provider.key().orElseThrow())).contains(KEY);
    assertThat(world.safe.open(new ProviderId(UUID.randomUUID()), provider.key().orElseThrow()))
        .isEmpty();
    assertThat(world.events.types()).containsExactly("provider.created");
  }

  @Test
  void listsProviders() {
    List<Provider> both = List.of(created("One"), created("Two"));

    assertThat(valueOf(world.browse().list(root, PageRequest.first())).items())
        .containsExactlyElementsOf(both);
  }

  @Test
  void tellsWhetherThisNodeCallsAProvider() {
    Provider one = created("One");
    Provider two = created("Two");
    Circuit open = new Circuit(Circuit.State.OPEN, Optional.of(world.clock.instant()));
    world.circuits.put(two.id(), open);

    assertThat(valueOf(world.browse().health(root, PageRequest.first())).items())
        .containsExactly(new ProviderHealth(one, Circuit.CLOSED), new ProviderHealth(two, open));
  }

  @Test
  void keepsChangesOrTakesAwayTheKey() {
    Provider provider = created("One");

    Provider kept =
        valueOf(
            editing(
                root,
                provider.id(),
                draft -> ProviderFixtures.draft("Two", ProviderStatus.INACTIVE),
                new Patch.Keep<>(),
                FIRST));
    Provider changed =
        valueOf(
            editing(
                root,
                provider.id(),
                UnaryOperator.identity(),
                new Patch.Put<>(new ProviderKey("sk-another-0123456789")),
                ANY));
    Provider cleared =
        valueOf(editing(root, provider.id(), UnaryOperator.identity(), new Patch.Clear<>(), ANY));

    assertThat(kept.key()).isEqualTo(provider.key());
    assertThat(kept.draft().name()).hasToString("Two");
    assertThat(changed.key().orElseThrow().hint()).isEqualTo("6789");
    assertThat(cleared.key()).isEmpty();
    assertThat(cleared.version()).isEqualTo(4);
  }

  @Test
  void setsNothingUpWhereCallsMustNotGo() {
    ProviderDraft inside = at("https://10.0.0.5/v1").apply(ProviderFixtures.draft("One"));
    Provider provider = created("Two");

    assertFailureOf(creating(root, inside)).isInstanceOf(ValidationError.class);
    assertFailureOf(
            editing(root, provider.id(), at("https://10.0.0.5/v1"), new Patch.Put<>(KEY), ANY))
        .isInstanceOf(ValidationError.class);
  }

  @Test
  void letsAProviderBeSwitchedOffThatTheOperatorNoLongerAllows() {
    Provider provider =
        valueOf(creating(root, at("http://localhost/v1").apply(ProviderFixtures.draft("One"))));
    world.forbid();

    Provider off =
        valueOf(
            editing(
                root,
                provider.id(),
                draft ->
                    at("http://localhost/v1")
                        .apply(ProviderFixtures.draft("One", ProviderStatus.INACTIVE)),
                new Patch.Keep<>(),
                ANY));

    assertThat(off.draft().status()).isEqualTo(ProviderStatus.INACTIVE);
  }

  @Test
  void changesNothingOfAnotherVersionOrThatIsNotThere() {
    Provider provider = created("One");
    Precondition second = new Precondition.AnyOf(Set.of(2L));
    ProviderId nobody = new ProviderId(UUID.randomUUID());

    assertFailureOf(
            editing(root, provider.id(), UnaryOperator.identity(), new Patch.Keep<>(), second))
        .isInstanceOf(PreconditionFailed.class);
    assertFailureOf(deleting(root, provider.id(), second)).isInstanceOf(PreconditionFailed.class);
    assertFailureOf(editing(root, nobody, UnaryOperator.identity(), new Patch.Keep<>(), ANY))
        .isInstanceOf(NotFound.class);
    assertFailureOf(deleting(root, nobody, ANY)).isInstanceOf(NotFound.class);
    assertFailureOf(world.browse().get(root, nobody)).isInstanceOf(NotFound.class);
  }

  @Test
  void takesAProviderAwayOnceItHasNoModels() {
    Provider provider = created("One");
    ModelId model = valueOf(addingModel(root, provider.id())).model().id();

    assertFailureOf(deleting(root, provider.id(), ANY)).isInstanceOf(ProviderInUse.class);
    valueOf(world.manageModels().delete(new ManageModels.Delete(root, model, FIRST)));
    valueOf(deleting(root, provider.id(), FIRST));

    assertFailureOf(world.browse().get(root, provider.id())).isInstanceOf(NotFound.class);
    assertThat(world.events.types())
        .containsExactly("provider.created", "model.created", "model.deleted", "provider.deleted");
  }

  @Test
  void setsModelsUpAndOtherwise() {
    Provider provider = created("One");
    ModelConfiguration model = valueOf(addingModel(root, provider.id()));

    ModelConfiguration edited =
        valueOf(
            world
                .manageModels()
                .edit(
                    new ManageModels.Edit(
                        root, model.model().id(), it -> ProviderFixtures.modelDraft("n"), FIRST)));

    assertThat(edited.model().name()).isEqualTo("n");
    assertThat(valueOf(world.browseModels().get(root, model.model().id()))).isEqualTo(edited);
    assertThat(
            valueOf(
                    world
                        .browseModels()
                        .list(root, Optional.of(provider.id()), PageRequest.first()))
                .items())
        .containsExactly(edited);
  }

  @Test
  void setsNoModelUpWithoutAProvider() {
    assertFailureOf(addingModel(root, new ProviderId(UUID.randomUUID())))
        .isInstanceOf(ValidationError.class);
  }

  @Test
  void changesNoModelOfAnotherVersionOrThatIsNotThere() {
    ModelId model = valueOf(addingModel(root, created("One").id())).model().id();
    ModelId nobody = new ModelId(UUID.randomUUID());
    Precondition second = new Precondition.AnyOf(Set.of(2L));

    assertFailureOf(
            world
                .manageModels()
                .edit(new ManageModels.Edit(root, model, UnaryOperator.identity(), second)))
        .isInstanceOf(PreconditionFailed.class);
    assertFailureOf(
            world
                .manageModels()
                .edit(new ManageModels.Edit(root, nobody, UnaryOperator.identity(), ANY)))
        .isInstanceOf(NotFound.class);
    assertFailureOf(world.manageModels().delete(new ManageModels.Delete(root, nobody, ANY)))
        .isInstanceOf(NotFound.class);
    assertFailureOf(world.browseModels().get(root, nobody)).isInstanceOf(NotFound.class);
  }

  @Test
  void keepsAModelThatRunsHaveUsed() {
    ModelId model = valueOf(addingModel(root, created("One").id())).model().id();
    world.models.use(model);

    assertFailureOf(world.manageModels().delete(new ManageModels.Delete(root, model, ANY)))
        .isInstanceOf(ModelInUse.class);
  }

  @Test
  void doesNothingForAnybodyElse() {
    Provider provider = created("One");
    ModelId model = valueOf(addingModel(root, provider.id())).model().id();
    Actor.Person ada = Actors.anyone();
    int told = world.events.all().size();

    List<CompletionStage<?>> attempts =
        List.of(
            creating(ada, ProviderFixtures.draft("Two")),
            editing(ada, provider.id(), UnaryOperator.identity(), new Patch.Clear<>(), ANY),
            deleting(ada, provider.id(), ANY),
            world.browse().get(ada, provider.id()),
            world.browse().get(ada, new ProviderId(UUID.randomUUID())),
            world.browse().list(ada, PageRequest.first()),
            world.browse().health(ada, PageRequest.first()),
            addingModel(ada, provider.id()),
            world
                .manageModels()
                .edit(new ManageModels.Edit(ada, model, UnaryOperator.identity(), ANY)),
            world.manageModels().delete(new ManageModels.Delete(ada, model, ANY)),
            world.browseModels().get(ada, model),
            world.browseModels().list(ada, Optional.empty(), PageRequest.first()),
            world.test().handle(ada, provider.id()));

    assertThat(attempts).allSatisfy(it -> assertFailureOf(it).isInstanceOf(AccessDenied.class));
    assertThat(world.events.all()).hasSize(told);
  }
}
