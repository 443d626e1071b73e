package dev.colloquy.model;

import static dev.colloquy.shared.testkit.Stages.assertFailureOf;
import static dev.colloquy.shared.testkit.Stages.valueOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.colloquy.bootstrap.testing.PostgresTestResource;
import dev.colloquy.model.domain.CallableModel;
import dev.colloquy.model.domain.Model;
import dev.colloquy.model.domain.ModelEndpoint;
import dev.colloquy.model.domain.ModelId;
import dev.colloquy.model.domain.Provider;
import dev.colloquy.model.domain.ProviderId;
import dev.colloquy.model.domain.ProviderKey;
import dev.colloquy.model.domain.ProviderStatus;
import dev.colloquy.model.domain.SealedKey;
import dev.colloquy.model.domain.port.out.CallAllowance;
import dev.colloquy.model.domain.port.out.KeySafe;
import dev.colloquy.model.domain.port.out.ModelConfigurations;
import dev.colloquy.model.domain.port.out.Models;
import dev.colloquy.model.domain.port.out.ProbeRota;
import dev.colloquy.model.domain.port.out.Providers;
import dev.colloquy.model.testkit.CallAllowanceContract;
import dev.colloquy.model.testkit.ModelConfigurationsContract;
import dev.colloquy.model.testkit.ProbeRotaContract;
import dev.colloquy.model.testkit.ProviderFixtures;
import dev.colloquy.model.testkit.ProvidersContract;
import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.port.out.UnitOfWork;
import dev.colloquy.shared.testkit.Actors;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class PgProvidersTest
    implements ProvidersContract,
        ModelConfigurationsContract,
        CallAllowanceContract,
        ProbeRotaContract {

  private static final ProviderKey KEY = new ProviderKey("sk-0123456789abcdef");

  @Inject UnitOfWork unitOfWork;
  @Inject Providers providers;
  @Inject ModelConfigurations models;
  @Inject Models usable;
  @Inject KeySafe safe;
  @Inject CallAllowance allowance;
  @Inject ProbeRota rota;

  private Provider kept(ProviderId id, SealedKey key, ProviderStatus status) {
    return valueOf(
        unitOfWork.inTransaction(
            () ->
                providers.add(
                    Provider.setUp(
                        administrator(),
                        id,
                        ProviderFixtures.draft(ProviderFixtures.unique(), status),
                        Optional.of(key),
                        ProviderFixtures.NOON))));
  }

  @Test
  void givesCallsTheirKeyAndDialect() {
    ProviderId id = new ProviderId(UUID.randomUUID());
    Provider provider = kept(id, safe.seal(id, KEY), ProviderStatus.ACTIVE);

    ModelEndpoint endpoint = valueOf(usable.endpointOf(id)).orElseThrow();

    assertThat(endpoint.key()).contains(KEY);
    assertThat(endpoint.dialect()).isEqualTo(provider.draft().dialect());
    assertThat(endpoint.baseUrl()).hasToString("Optional[https://models.example.com/v1]");
  }

  private Model model(ProviderId provider) {
    return valueOf(
            unitOfWork.inTransaction(
                () -> models.add(ProviderFixtures.model(administrator(), provider, "m"))))
        .model();
  }

  @Test
  void findsAModelWithWhereItIsCalled() {
    ProviderId id = new ProviderId(UUID.randomUUID());
    kept(id, safe.seal(id, KEY), ProviderStatus.ACTIVE);
    Model model = model(id);

    CallableModel callable = valueOf(usable.callable(model.id())).orElseThrow();

    assertThat(callable.model()).isEqualTo(model);
    assertThat(callable.endpoint()).isEqualTo(valueOf(usable.endpointOf(id)).orElseThrow());
    assertThat(callable.endpoint().version()).isEqualTo(1);
  }

  @Test
  void findsNoModelOfAProviderThatIsSwitchedOff() {
    ProviderId id = new ProviderId(UUID.randomUUID());
    kept(id, safe.seal(id, KEY), ProviderStatus.INACTIVE);

    assertThat(valueOf(usable.callable(model(id).id()))).isEmpty();
    assertThat(valueOf(usable.callable(new ModelId(UUID.randomUUID())))).isEmpty();
  }

  @Test
  void opensNoKeyThatWasMovedToAnotherRow() {
    ProviderId id = new ProviderId(UUID.randomUUID());
    SealedKey ofAnother = safe.seal(new ProviderId(UUID.randomUUID()), KEY);
    kept(id, ofAnother, ProviderStatus.ACTIVE);

    assertFailureOf(usable.endpointOf(id))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageNotContaining(KEY.value());
  }

  @Override
  public ProbeRota rota() {
    return rota;
  }

  @Override
  public UnitOfWork unitOfWork() {
    return unitOfWork;
  }

  @Override
  public Providers providers() {
    return providers;
  }

  @Override
  public ModelConfigurations modelConfigurations() {
    return models;
  }

  @Override
  public CallAllowance allowance() {
    return allowance;
  }

  @Override
  public ProviderId limited() {
    return valueOf(
            unitOfWork.inTransaction(
                () ->
                    providers.add(
                        ProviderFixtures.setUp(administrator(), ProviderFixtures.unique()))))
        .id();
  }

  @Override
  public ProviderId unlimited() {
    ProviderId id = new ProviderId(UUID.randomUUID());
    return kept(id, safe.seal(id, KEY), ProviderStatus.ACTIVE).id();
  }

  @Override
  public Actor.OfUser administrator() {
    return Actors.administrator();
  }
}
