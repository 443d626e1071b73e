package dev.colloquy.usage.application;

import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.CommonException.NotFound;
import dev.colloquy.shared.domain.Page;
import dev.colloquy.shared.domain.PageRequest;
import dev.colloquy.usage.domain.Quota;
import dev.colloquy.usage.domain.QuotaId;
import dev.colloquy.usage.domain.UsageAccess;
import dev.colloquy.usage.domain.port.in.BrowseQuotas;
import dev.colloquy.usage.domain.port.out.Quotas;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Reads quotas. */
public final class BrowseQuotasHandler implements BrowseQuotas {

  private final Quotas quotas;

  public BrowseQuotasHandler(Quotas quotas) {
    this.quotas = quotas;
  }

  @Override
  public CompletionStage<Quota> get(Actor.OfUser actor, QuotaId quota) {
    return CompletableFuture.completedFuture(actor)
        .thenApply(UsageAccess::administers)
        .thenCompose(may -> quotas.find(quota))
        .thenApply(found -> found.orElseThrow(() -> new NotFound("quota")));
  }

  @Override
  public CompletionStage<Page<Quota>> list(Actor.OfUser actor, PageRequest page) {
    return CompletableFuture.completedFuture(actor)
        .thenApply(UsageAccess::administers)
        .thenCompose(may -> quotas.list(page));
  }
}
