package dev.colloquy.model.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.Audience;
import dev.colloquy.shared.domain.Change;
import dev.colloquy.shared.domain.CommonException.ValidationError;
import dev.colloquy.shared.domain.DomainEvent;
import dev.colloquy.shared.domain.InvalidValue;
import dev.colloquy.shared.domain.SomeActors;
import dev.colloquy.shared.domain.UserRole;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ModelConfigurationTest {

  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final Actor.Person ROOT = SomeActors.person(UserRole.ADMIN);
  private static final ModelId ID = new ModelId(new UUID(0, 1));
  private static final ProviderId PROVIDER = new ProviderId(new UUID(0, 2));

  private static ModelDraft draft(Optional<ModelName> display, int window, int most) {
    return new ModelDraft(
        new ModelName("m-7b"),
        display,
        1,
        window,
        most,
        new Price(Price.part(0.25), Price.part(0)),
        Set.of(Capability.VISION, Capability.STREAMING),
        10,
        true,
        ModelStatus.ACTIVE);
  }

  private static Change<ModelConfiguration> setUp() {
    return ModelConfiguration.setUp(ROOT, ID, PROVIDER, draft(Optional.empty(), 4096, 1024), NOON);
  }

  private static DomainEvent only(List<DomainEvent> events) {
    assertThat(events).hasSize(1);
    return events.getFirst();
  }

  @Test
  void isSetUpWithAnEventForAdministrators() {
    Change<ModelConfiguration> change = setUp();

    assertThat(change.now().version()).isEqualTo(1);
    assertThat(change.now().model().provider()).isEqualTo(PROVIDER);
    DomainEvent event = only(change.events());
    assertThat(event.type()).isEqualTo("model.created");
    assertThat(event.audience()).isEqualTo(new Audience.Administrators());
    assertThat(event.subject().id()).isEqualTo(ID.value());
    assertThat(event.data())
        .containsEntry("provider_id", PROVIDER.toString())
        .containsEntry("input_cost_per_1k", new BigDecimal("0.250000"))
        .containsEntry("capabilities", List.of("streaming", "vision"));
  }

  @Test
  void isShownByItsNameWhereNoOtherIsGiven() {
    ModelDraft named = draft(Optional.of(new ModelName("Seven")), 4096, 1024);

    assertThat(setUp().now().model().displayName()).isEqualTo("m-7b");
    assertThat(named.of(ID, PROVIDER).displayName()).isEqualTo("Seven");
  }

  @Test
  void changesOnlyWhereSomethingChanges() {
    ModelConfiguration before = setUp().now();

    assertThat(before.edit(ROOT, before.draft(), NOON.plusSeconds(1)).isNothing()).isTrue();

    Change<ModelConfiguration> changed =
        before.edit(ROOT, draft(Optional.empty(), 8192, 1024), NOON.plusSeconds(1));
    assertThat(changed.now().version()).isEqualTo(2);
    assertThat(changed.now().createdAt()).isEqualTo(NOON);
    assertThat(changed.now().updatedAt()).isEqualTo(NOON.plusSeconds(1));
    assertThat(only(changed.events()).type()).isEqualTo("model.updated");
    assertThat(only(changed.events()).data()).containsEntry("context_window", 8192);
  }

  @Test
  void tellsOfItsEndNoMoreThanThat() {
    Change<ModelConfiguration> gone = setUp().now().delete(ROOT, NOON);

    assertThat(only(gone.events()).type()).isEqualTo("model.deleted");
    assertThat(only(gone.events()).data()).containsOnlyKeys("id");
  }

  @Test
  void leavesRoomForTheQuestion() {
    assertThat(draft(Optional.empty(), 10, 9).maxTokens()).isEqualTo(9);
    assertThatThrownBy(() -> draft(Optional.empty(), 10, 10)).isInstanceOf(ValidationError.class);
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.01, 1_000_000.01, 0.0000001, 1e300})
  void hasNoPriceThatCannotBeKept(double amount) {
    assertThatThrownBy(() -> Price.part(amount)).isInstanceOf(InvalidValue.class);
  }

  @Test
  void keepsPricesWithSixDecimals() {
    assertThat(Price.part(0)).isEqualTo(new BigDecimal("0.000000"));
    assertThat(Price.part(0.000001)).isEqualTo(new BigDecimal("0.000001"));
    assertThat(Price.part(1_000_000)).isEqualTo(new BigDecimal("1000000.000000"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "a\u0000"})
  void isCalledSomething(String name) {
    assertThatThrownBy(() -> new ModelName(name)).isInstanceOf(InvalidValue.class);
    assertThatThrownBy(() -> new ProviderName(name)).isInstanceOf(InvalidValue.class);
  }
}
