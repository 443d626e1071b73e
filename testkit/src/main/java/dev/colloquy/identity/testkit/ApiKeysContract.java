package dev.colloquy.identity.testkit;

import static dev.colloquy.identity.testkit.IdentityFixtures.NOON;
import static dev.colloquy.shared.testkit.Stages.assertFailureOf;
import static dev.colloquy.shared.testkit.Stages.valueOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.colloquy.identity.domain.ApiKey;
import dev.colloquy.identity.domain.ApiKeyDraft;
import dev.colloquy.identity.domain.ApiKeyName;
import dev.colloquy.identity.domain.ApiKeySecret;
import dev.colloquy.identity.domain.KeyHolder;
import dev.colloquy.identity.domain.SecretHash;
import dev.colloquy.identity.domain.UserStatus;
import dev.colloquy.identity.domain.port.out.ApiKeys;
import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.ApiKeyId;
import dev.colloquy.shared.domain.Change;
import dev.colloquy.shared.domain.CommonException.Conflict;
import dev.colloquy.shared.domain.KeyScope;
import dev.colloquy.shared.domain.Metadata;
import dev.colloquy.shared.domain.Page;
import dev.colloquy.shared.domain.PageRequest;
import dev.colloquy.shared.domain.UserId;
import dev.colloquy.shared.domain.UserRole;
import dev.colloquy.shared.domain.WorkspaceId;
import dev.colloquy.shared.domain.port.out.UnitOfWork;
import dev.colloquy.shared.testkit.Actors;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every keeper of API keys does. */
public interface ApiKeysContract {

  Instant LATER = NOON.plusSeconds(60);

  UnitOfWork unitOfWork();

  ApiKeys keys();

  /** An active user with an account. */
  UserId account();

  private <T> T within(Supplier<CompletionStage<T>> work) {
    return valueOf(unitOfWork().inTransaction(work));
  }

  private static ApiKeyDraft draft(String name, KeyScope... scopes) {
    return new ApiKeyDraft(
        new ApiKeyName(name), Set.of(scopes), Optional.of(LATER), new Metadata(Map.of("a", 1)));
  }

  private static ApiKeySecret fresh() {
    return ApiKeySecret.fresh(new Random());
  }

  private static Change<ApiKey> made(
      Actor.Person actor, ApiKeySecret secret, Optional<WorkspaceId> workspace) {
    return ApiKey.make(
        actor,
        new ApiKeyId(UUID.randomUUID()),
        secret,
        draft("CI", KeyScope.READ, KeyScope.RUN),
        workspace,
        NOON);
  }

  private ApiKey added(Actor.Person actor, ApiKeySecret secret) {
    return within(() -> keys().add(made(actor, secret, Optional.empty()), secret.hash()));
  }

  private Optional<ApiKey> found(ApiKey key) {
    return valueOf(keys().find(key.user(), key.id()));
  }

  @Test
  default void keepsAKeyAsItIsForItsUserAlone() {
    Actor.Person ada = Actors.person(account());
    ApiKeySecret secret = fresh();
    Change<ApiKey> bound = made(ada, secret, Optional.of(new WorkspaceId(UUID.randomUUID())));

    ApiKey key = within(() -> keys().add(bound, secret.hash()));

    assertThat(found(key)).contains(bound.now());
    assertThat(valueOf(keys().find(Actors.anyUser(), key.id()))).isEmpty();
  }

  @Test
  default void tellsForWhomAKeyActsByItsSecretAlone() {
    Actor.Person ada = Actors.person(account());
    ApiKeySecret secret = fresh();

    ApiKey key = added(ada, secret);

    assertThat(valueOf(keys().holder(secret.hash())))
        .contains(
            new KeyHolder(
                ada.user(),
                key.id(),
                UserRole.USER,
                UserStatus.ACTIVE,
                Set.of(KeyScope.READ, KeyScope.RUN),
                Optional.empty(),
                Optional.of(LATER)));
    assertThat(valueOf(keys().holder(SecretHash.of("another")))).isEmpty();
  }

  @Test
  default void keepsAChangedKeyAndRefusesAStaleChange() {
    Actor.Person ada = Actors.person(account());
    ApiKeySecret secret = fresh();
    ApiKey before = added(ada, secret);

    ApiKey after =
        within(() -> keys().save(before.edit(ada, draft("Deploy", KeyScope.WRITE), LATER)));

    assertThat(found(before)).contains(after);
    assertThat(valueOf(keys().holder(secret.hash())).orElseThrow().scopes())
        .containsExactly(KeyScope.WRITE);
    assertFailureOf(
            unitOfWork().inTransaction(() -> keys().save(before.edit(ada, draft("Late"), LATER))))
        .isInstanceOf(Conflict.class);
    assertFailureOf(unitOfWork().inTransaction(() -> keys().remove(before.delete(ada, LATER))))
        .isInstanceOf(Conflict.class);
    assertThat(found(before)).contains(after);
  }

  @Test
  default void writesNoKeyWhereNothingChanged() {
    Actor.Person ada = Actors.person(account());
    ApiKey key = added(ada, fresh());
    ApiKey unkept = key.edit(ada, draft("Unkept"), LATER).now();

    within(() -> keys().save(Change.nothing(unkept)));

    assertThat(found(key)).contains(key);
  }

  @Test
  default void removesAKeyForGood() {
    Actor.Person ada = Actors.person(account());
    ApiKeySecret secret = fresh();
    ApiKey key = added(ada, secret);

    within(() -> keys().remove(key.delete(ada, LATER)));

    assertThat(found(key)).isEmpty();
    assertThat(valueOf(keys().holder(secret.hash()))).isEmpty();
    assertFailureOf(unitOfWork().inTransaction(() -> keys().remove(key.delete(ada, LATER))))
        .isInstanceOf(Conflict.class);
  }

  @Test
  default void countsAndRemovesTheKeysOfOneUser() {
    Actor.Person ada = Actors.person(account());
    Actor.Person eve = Actors.person(account());
    added(ada, fresh());
    added(ada, fresh());
    ApiKey eves = added(eve, fresh());

    assertThat(within(() -> keys().countOf(ada.user()))).isEqualTo(2);

    within(() -> keys().removeAllOf(ada.user()));

    assertThat(within(() -> keys().countOf(ada.user()))).isZero();
    assertThat(found(eves)).contains(eves);
  }

  @Test
  default void leadsThroughTheKeysOfOneUserTheGreatestIdFirst() {
    Actor.Person ada = Actors.person(account());
    added(Actors.person(account()), fresh());
    List<String> made =
        IntStream.range(0, 5).mapToObj(i -> added(ada, fresh()).id().toString()).toList();

    List<String> seen = new ArrayList<>();
    Optional<PageRequest> next = Optional.of(new PageRequest(2, Optional.empty()));
    while (next.isPresent()) {
      Page<ApiKey> page = valueOf(keys().list(ada.user(), next.get()));
      page.items().forEach(it -> seen.add(it.id().toString()));
      next = page.next().map(cursor -> new PageRequest(2, Optional.of(cursor)));
    }

    assertThat(seen)
        .containsExactlyElementsOf(made.stream().sorted((a, b) -> b.compareTo(a)).toList());
  }

  @Test
  default void writesKeysInsideAUnitOfWorkAlone() {
    Actor.Person ada = Actors.person(account());
    ApiKeySecret secret = fresh();

    assertFailureOf(keys().add(made(ada, secret, Optional.empty()), secret.hash()))
        .isInstanceOf(IllegalStateException.class);
    assertFailureOf(keys().removeAllOf(ada.user())).isInstanceOf(IllegalStateException.class);
    assertFailureOf(keys().countOf(ada.user())).isInstanceOf(IllegalStateException.class);
    assertThat(valueOf(keys().holder(secret.hash()))).isEmpty();
  }

  @Test
  default void keepsNoKeyOfAUnitThatFails() {
    Actor.Person ada = Actors.person(account());
    ApiKeySecret secret = fresh();

    assertFailureOf(
            unitOfWork()
                .inTransaction(
                    () ->
                        keys()
                            .add(made(ada, secret, Optional.empty()), secret.hash())
                            .thenCompose(key -> CompletableFuture.failedFuture(new Conflict()))))
        .isInstanceOf(Conflict.class);

    assertThat(valueOf(keys().holder(secret.hash()))).isEmpty();
  }
}
