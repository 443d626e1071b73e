package dev.colloquy.identity.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.ApiKeyId;
import dev.colloquy.shared.domain.Audience;
import dev.colloquy.shared.domain.Change;
import dev.colloquy.shared.domain.DomainEvent;
import dev.colloquy.shared.domain.InvalidValue;
import dev.colloquy.shared.domain.KeyScope;
import dev.colloquy.shared.domain.Metadata;
import dev.colloquy.shared.domain.Patch;
import dev.colloquy.shared.domain.SomeActors;
import dev.colloquy.shared.domain.UserRole;
import dev.colloquy.shared.domain.WorkspaceId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class ApiKeyTest {

  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final Instant LATER = NOON.plusSeconds(60);
  private static final Actor.Person ADA = SomeActors.person();
  private static final WorkspaceId WORKSPACE = new WorkspaceId(UUID.randomUUID());
  private static final ApiKeySecret SECRET = ApiKeySecret.fresh(new Random(1));

  private static ApiKeyDraft draft(String name, KeyScope... scopes) {
    return new ApiKeyDraft(
        new ApiKeyName(name), Set.of(scopes), Optional.of(LATER), new Metadata(Map.of("a", 1)));
  }

  private static Change<ApiKey> making() {
    return ApiKey.make(
        ADA,
        new ApiKeyId(UUID.randomUUID()),
        SECRET,
        draft("CI", KeyScope.WRITE, KeyScope.READ),
        Optional.of(WORKSPACE),
        NOON);
  }

  private static DomainEvent only(Change<?> change) {
    assertThat(change.events()).hasSize(1);
    return change.events().getFirst();
  }

  @Test
  void belongsToWhoMakesItAndShowsOnlyTheBeginningOfItsSecret() {
    Change<ApiKey> made = making();

    assertThat(made.now().user()).isEqualTo(ADA.user());
    assertThat(made.now().lastUsedAt()).isEmpty();
    assertThat(made.now().version()).isEqualTo(1);
    assertThat(only(made).type()).isEqualTo("api_key.created");
    assertThat(only(made).data())
        .containsOnlyKeys(
            "id",
            "name",
            "prefix",
            "scopes",
            "workspace_id",
            "expires_at",
            "last_used_at",
            "metadata",
            "created_at",
            "updated_at",
            "version")
        .containsEntry("name", "CI")
        .containsEntry("prefix", SECRET.shown())
        .containsEntry("scopes", List.of("read", "write"))
        .containsEntry("workspace_id", WORKSPACE.toString())
        .containsEntry("expires_at", "2026-03-01T12:01:00.000000Z")
        .containsEntry("last_used_at", null)
        .containsEntry("version", 1L)
        .doesNotContainValue(SECRET.value());
  }

  @Test
  void changesItsContentsAndNothingElse() {
    ApiKey key = making().now();

    Change<ApiKey> edited = key.edit(ADA, draft("Deploy", KeyScope.READ), LATER);

    assertThat(edited.now().draft()).isEqualTo(draft("Deploy", KeyScope.READ));
    assertThat(edited.now().shown()).isEqualTo(key.shown());
    assertThat(edited.now().workspace()).isEqualTo(key.workspace());
    assertThat(edited.now().createdAt()).isEqualTo(NOON);
    assertThat(edited.now().updatedAt()).isEqualTo(LATER);
    assertThat(edited.now().version()).isEqualTo(2);
    assertThat(only(edited).type()).isEqualTo("api_key.updated");
    assertThat(key.edit(ADA, key.draft(), LATER).isNothing()).isTrue();
  }

  @Test
  void tellsItsUserThatItIsGoneAndNoMore() {
    ApiKey key = making().now();

    DomainEvent event = only(key.delete(ADA, LATER));

    assertThat(event.type()).isEqualTo("api_key.deleted");
    assertThat(event.audience()).isEqualTo(new Audience.OneUser(ADA.user()));
    assertThat(event.subject().id()).isEqualTo(key.id().value());
    assertThat(event.data())
        .containsExactly(
            Map.entry("id", key.id().toString()),
            Map.entry("deleted_at", "2026-03-01T12:01:00.000000Z"));
  }

  @Test
  void appliesAPatchToWhatItMentions() {
    ApiKeyDraft before = draft("CI", KeyScope.READ);

    ApiKeyDraft same =
        new ApiKeyPatch(Optional.empty(), Optional.empty(), new Patch.Keep<>(), Optional.empty())
            .applyTo(before);
    ApiKeyDraft after =
        new ApiKeyPatch(
                Optional.of(new ApiKeyName("Deploy")),
                Optional.of(Set.of(KeyScope.RUN)),
                new Patch.Clear<>(),
                Optional.of(Map.of("b", 2)))
            .applyTo(before);

    assertThat(same).isEqualTo(before);
    assertThat(after.name().toString()).isEqualTo("Deploy");
    assertThat(after.scopes()).containsExactly(KeyScope.RUN);
    assertThat(after.expiresAt()).isEmpty();
    assertThat(after.metadata().values()).isEqualTo(Map.of("a", 1L, "b", 2L));
  }

  @Test
  void isNamedInOneToAHundredCharacters() {
    assertThat(new ApiKeyName("n".repeat(100)).value()).hasSize(100);
    for (String wrong : new String[] {"", " ", "n".repeat(101)}) {
      assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> new ApiKeyName(wrong));
    }
  }

  @Test
  void isGoodUntilItExpires() {
    KeyHolder holder = holder(UserStatus.ACTIVE, Optional.of(LATER));

    assertThat(holder.isGood(LATER.minusNanos(1))).isTrue();
    assertThat(holder.isGood(LATER)).isFalse();
    assertThat(holder(UserStatus.ACTIVE, Optional.empty()).isGood(LATER)).isTrue();
  }

  @ParameterizedTest
  @EnumSource(value = UserStatus.class, names = "ACTIVE", mode = EnumSource.Mode.EXCLUDE)
  void isWorthNothingWhereItsUserMayNotActHimself(UserStatus status) {
    assertThat(holder(status, Optional.empty()).isGood(NOON)).isFalse();
  }

  @Test
  void actsWithinItsScopesAndItsWorkspace() {
    Actor.Key acting = holder(UserStatus.ACTIVE, Optional.empty()).acting(SomeActors.ORIGIN);

    assertThat(acting.user()).isEqualTo(ADA.user());
    assertThat(acting.has(KeyScope.READ)).isTrue();
    assertThat(acting.has(KeyScope.WRITE)).isFalse();
    assertThat(acting.boundTo()).contains(WORKSPACE);
  }

  private static KeyHolder holder(UserStatus status, Optional<Instant> expiresAt) {
    return new KeyHolder(
        ADA.user(),
        new ApiKeyId(UUID.randomUUID()),
        UserRole.USER,
        status,
        Set.of(KeyScope.READ),
        Optional.of(WORKSPACE),
        expiresAt);
  }
}
