package dev.colloquy.usage.domain.port.in;

import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.Page;
import dev.colloquy.shared.domain.PageRequest;
import dev.colloquy.usage.domain.Quota;
import dev.colloquy.usage.domain.QuotaId;
import java.util.concurrent.CompletionStage;

/** Reads quotas; for administrators, all others get {@code AccessDenied}. */
public interface BrowseQuotas {

  /** Fails with {@code NotFound}. */
  CompletionStage<Quota> get(Actor.OfUser actor, QuotaId quota);

  /** All of them, the newest first. */
  CompletionStage<Page<Quota>> list(Actor.OfUser actor, PageRequest page);
}
