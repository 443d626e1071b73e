package dev.colloquy.identity.application;

import dev.colloquy.identity.domain.AccountAccess;
import dev.colloquy.identity.domain.ApiKey;
import dev.colloquy.identity.domain.ApiKeyDraft;
import dev.colloquy.identity.domain.ApiKeySecret;
import dev.colloquy.identity.domain.IdentityException.ApiKeyLimitExceeded;
import dev.colloquy.identity.domain.port.in.ManageApiKeys;
import dev.colloquy.identity.domain.port.out.ApiKeys;
import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.ApiKeyId;
import dev.colloquy.shared.domain.Change;
import dev.colloquy.shared.domain.CommonException.NotFound;
import dev.colloquy.shared.domain.CommonException.ValidationError;
import dev.colloquy.shared.domain.Role;
import dev.colloquy.shared.domain.Scope;
import dev.colloquy.shared.domain.port.out.Ids;
import dev.colloquy.shared.domain.port.out.Memberships;
import dev.colloquy.shared.domain.port.out.UnitOfWork;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.random.RandomGenerator;

/** Makes, changes and takes away API keys. */
public final class ManageApiKeysHandler implements ManageApiKeys {

  private final UnitOfWork unitOfWork;
  private final ApiKeys keys;
  private final Memberships memberships;
  private final RandomGenerator random;
  private final Ids ids;
  private final Clock clock;

  public ManageApiKeysHandler(
      UnitOfWork unitOfWork,
      ApiKeys keys,
      Memberships memberships,
      RandomGenerator random,
      Ids ids,
      Clock clock) {
    this.unitOfWork = unitOfWork;
    this.keys = keys;
    this.memberships = memberships;
    this.random = random;
    this.ids = ids;
    this.clock = clock;
  }

  @Override
  public CompletionStage<Made> make(MakeCommand command) {
    ApiKeySecret secret = ApiKeySecret.fresh(random);
    return unitOfWork.inTransaction(
        () ->
            bindable(AccountAccess.inPerson(command.actor()), command)
                .thenCompose(person -> room(person))
                .thenApply(person -> made(person, command, secret))
                .thenCompose(change -> keys.add(change, secret.hash()))
                .thenApply(key -> new Made(key, secret)));
  }

  @Override
  public CompletionStage<ApiKey> edit(EditCommand command) {
    return unitOfWork.inTransaction(
        () ->
            key(AccountAccess.inPerson(command.actor()), command.key())
                .thenApply(key -> edited(key, command))
                .thenCompose(keys::save));
  }

  @Override
  public CompletionStage<Void> delete(DeleteCommand command) {
    return unitOfWork.inTransaction(
        () ->
            key(AccountAccess.inPerson(command.actor()), command.key())
                .thenApply(key -> deleted(key, command))
                .thenCompose(keys::remove));
  }

  /** A key can be bound only to a workspace that its user belongs to. */
  private CompletionStage<Actor.Person> bindable(Actor.Person person, MakeCommand command) {
    return command
        .workspace()
        .map(workspace -> memberships.rolesOf(person, new Scope.OfWorkspace(workspace)))
        .orElseGet(() -> CompletableFuture.completedFuture(Set.of(Role.OWNER)))
        .thenApply(roles -> member(person, roles));
  }

  private static Actor.Person member(Actor.Person person, Set<Role> roles) {
    if (roles.isEmpty()) {
      throw ValidationError.at("/workspace_id", "is not a workspace of yours");
    }
    return person;
  }

  private CompletionStage<Actor.Person> room(Actor.Person person) {
    return keys.countOf(person.user()).thenApply(count -> roomy(person, count));
  }

  private static Actor.Person roomy(Actor.Person person, long count) {
    if (count >= ApiKey.MAX_PER_USER) {
      throw new ApiKeyLimitExceeded(ApiKey.MAX_PER_USER);
    }
    return person;
  }

  private Change<ApiKey> made(Actor.Person person, MakeCommand command, ApiKeySecret secret) {
    Instant now = clock.instant();
    ApiKeyId id = new ApiKeyId(ids.next());
    return ApiKey.make(person, id, secret, lasting(command.draft(), now), command.workspace(), now);
  }

  private Change<ApiKey> edited(ApiKey key, EditCommand command) {
    command.precondition().check(key.version());
    Instant now = clock.instant();
    ApiKeyDraft wanted = command.edit().apply(key.draft());
    boolean sameEnd = wanted.expiresAt().equals(key.draft().expiresAt());
    return key.edit(command.actor(), sameEnd ? wanted : lasting(wanted, now), now);
  }

  private Change<ApiKey> deleted(ApiKey key, DeleteCommand command) {
    command.precondition().check(key.version());
    return key.delete(command.actor(), clock.instant());
  }

  private static ApiKeyDraft lasting(ApiKeyDraft draft, Instant now) {
    if (draft.expiresAt().filter(end -> !end.isAfter(now)).isPresent()) {
      throw ValidationError.at("/expires_at", "must not have passed");
    }
    return draft;
  }

  private CompletionStage<ApiKey> key(Actor.Person person, ApiKeyId id) {
    return keys.find(person.user(), id)
        .thenApply(found -> found.orElseThrow(() -> new NotFound("API key")));
  }
}
