package dev.colloquy.usage.application;

import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.CommonException.MalformedRequest;
import dev.colloquy.shared.domain.InvalidValue;
import dev.colloquy.shared.domain.Page;
import dev.colloquy.shared.domain.PageRequest;
import dev.colloquy.usage.domain.Period;
import dev.colloquy.usage.domain.Standing;
import dev.colloquy.usage.domain.UsageAccess;
import dev.colloquy.usage.domain.UsageLine;
import dev.colloquy.usage.domain.UsageSpan;
import dev.colloquy.usage.domain.port.in.ReadUsage;
import dev.colloquy.usage.domain.port.out.UsageReadModel;
import dev.colloquy.usage.domain.port.out.UsageReadModel.Filter;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Reads usage. */
public final class ReadUsageHandler implements ReadUsage {

  private final UsageReadModel readModel;
  private final Clock clock;

  public ReadUsageHandler(UsageReadModel readModel, Clock clock) {
    this.readModel = readModel;
    this.clock = clock;
  }

  @Override
  public CompletionStage<Page<UsageLine>> mine(Actor.OfUser actor, Query query, PageRequest page) {
    return CompletableFuture.completedFuture(actor)
        .thenApply(UsageAccess::reads)
        .thenApply(me -> new Filter(Optional.of(me.user()), me.boundTo(), span(query)))
        .thenCompose(filter -> readModel.sums(filter, query.by(), page));
  }

  @Override
  public CompletionStage<Page<UsageLine>> all(Actor.OfUser actor, Query query, PageRequest page) {
    return CompletableFuture.completedFuture(actor)
        .thenApply(UsageAccess::administers)
        .thenApply(may -> new Filter(Optional.empty(), Optional.empty(), span(query)))
        .thenCompose(filter -> readModel.sums(filter, query.by(), page));
  }

  @Override
  public CompletionStage<Page<Standing>> quotas(Actor.OfUser actor, PageRequest page) {
    return CompletableFuture.completedFuture(actor)
        .thenApply(UsageAccess::reads)
        .thenCompose(me -> readModel.standings(me, clock.instant(), page));
  }

  private UsageSpan span(Query query) {
    Instant to = query.to().orElseGet(clock::instant);
    Instant month = Period.MONTH.begin(to).atStartOfDay(ZoneOffset.UTC).toInstant();
    try {
      return new UsageSpan(query.from().orElse(month), to);
    } catch (InvalidValue e) {
      throw new MalformedRequest("The query parameter \"to\" " + e.detail() + ".");
    }
  }
}
