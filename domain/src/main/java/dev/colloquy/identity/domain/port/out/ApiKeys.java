package dev.colloquy.identity.domain.port.out;

import dev.colloquy.identity.domain.ApiKey;
import dev.colloquy.identity.domain.KeyHolder;
import dev.colloquy.identity.domain.SecretHash;
import dev.colloquy.shared.domain.ApiKeyId;
import dev.colloquy.shared.domain.Change;
import dev.colloquy.shared.domain.Page;
import dev.colloquy.shared.domain.PageRequest;
import dev.colloquy.shared.domain.UserId;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** The API keys; of their secrets there are hashes alone. Written inside a unit of work. */
public interface ApiKeys {

  CompletionStage<Optional<ApiKey>> find(UserId user, ApiKeyId id);

  /** The user's keys, the newest first. */
  CompletionStage<Page<ApiKey>> list(UserId user, PageRequest page);

  /**
   * How many keys the user has. Holds off every other count of the same user until the unit of work
   * ends, so that a limit holds under concurrency.
   */
  CompletionStage<Long> countOf(UserId user);

  /** For whom the key with this secret acts; one query. */
  CompletionStage<Optional<KeyHolder>> holder(SecretHash secret);

  /** Writes a new key and its events. */
  CompletionStage<ApiKey> add(Change<ApiKey> made, SecretHash secret);

  /**
   * Writes a changed key and its events, or nothing where nothing changed; fails with {@code
   * Conflict} where it was changed since it was read.
   */
  CompletionStage<ApiKey> save(Change<ApiKey> changed);

  /** Removes the key and writes the events. */
  CompletionStage<Void> remove(Change<ApiKey> deleted);

  /** Removes all keys of a user whose account ends. */
  CompletionStage<Void> removeAllOf(UserId user);
}
