package dev.colloquy.usage.domain.port.out;

import dev.colloquy.shared.domain.Change;
import dev.colloquy.shared.domain.Page;
import dev.colloquy.shared.domain.PageRequest;
import dev.colloquy.usage.domain.Quota;
import dev.colloquy.usage.domain.QuotaId;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Quotas as they are kept. Writing needs a unit of work. */
public interface Quotas {

  CompletionStage<Optional<Quota>> find(QuotaId id);

  /** The newest first. */
  CompletionStage<Page<Quota>> list(PageRequest page);

  /**
   * Keeps a fresh quota with its event, and counts what was used in its period and what is under
   * way; no call begins or ends meanwhile. Fails with {@code Duplicate} where there is one of the
   * same subject, metric and period.
   */
  CompletionStage<Quota> add(Change<Quota> set);

  /** Keeps another limit. Fails with {@code Conflict} where the quota changed meanwhile. */
  CompletionStage<Quota> save(Change<Quota> changed);

  /** Forgets the quota and what was counted for it. Fails as {@link #save} does. */
  CompletionStage<Void> remove(Change<Quota> lifted);
}
