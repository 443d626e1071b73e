package dev.colloquy.usage.application;

import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.Change;
import dev.colloquy.shared.domain.CommonException.NotFound;
import dev.colloquy.shared.domain.CommonException.ValidationError;
import dev.colloquy.shared.domain.Precondition;
import dev.colloquy.shared.domain.port.out.Ids;
import dev.colloquy.shared.domain.port.out.UnitOfWork;
import dev.colloquy.usage.domain.Quota;
import dev.colloquy.usage.domain.QuotaId;
import dev.colloquy.usage.domain.UsageAccess;
import dev.colloquy.usage.domain.port.in.ManageQuotas;
import dev.colloquy.usage.domain.port.out.Quotas;
import dev.colloquy.usage.domain.port.out.UsageReadModel;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Sets quotas. */
public final class ManageQuotasHandler implements ManageQuotas {

  private final UnitOfWork unitOfWork;
  private final Quotas quotas;
  private final UsageReadModel readModel;
  private final Ids ids;
  private final Clock clock;

  public ManageQuotasHandler(
      UnitOfWork unitOfWork, Quotas quotas, UsageReadModel readModel, Ids ids, Clock clock) {
    this.unitOfWork = unitOfWork;
    this.quotas = quotas;
    this.readModel = readModel;
    this.ids = ids;
    this.clock = clock;
  }

  @Override
  public CompletionStage<Quota> create(Create command) {
    return administrator(command.actor())
        .thenApply(may -> set(command))
        .thenCompose(set -> unitOfWork.inTransaction(() -> added(set)));
  }

  @Override
  public CompletionStage<Quota> change(ChangeLimit command) {
    return administrator(command.actor())
        .thenCompose(may -> unitOfWork.inTransaction(() -> changed(command)));
  }

  @Override
  public CompletionStage<Void> delete(Delete command) {
    return administrator(command.actor())
        .thenCompose(may -> unitOfWork.inTransaction(() -> deleted(command)));
  }

  private CompletionStage<Quota> added(Change<Quota> set) {
    return readModel
        .knows(set.now().subject())
        .thenAccept(ManageQuotasHandler::demandKnown)
        .thenCompose(known -> quotas.add(set));
  }

  private CompletionStage<Quota> changed(ChangeLimit command) {
    return existing(command.quota(), command.precondition())
        .thenApply(
            quota ->
                quota.allow(
                    command.actor(), command.limit().orElse(quota.limit()), clock.instant()))
        .thenCompose(quotas::save);
  }

  private CompletionStage<Void> deleted(Delete command) {
    return existing(command.quota(), command.precondition())
        .thenApply(quota -> quota.lift(command.actor(), clock.instant()))
        .thenCompose(quotas::remove);
  }

  private CompletionStage<Quota> existing(QuotaId id, Precondition precondition) {
    return quotas
        .find(id)
        .thenApply(found -> found.orElseThrow(() -> new NotFound("quota")))
        .thenApply(
            quota -> {
              precondition.check(quota.version());
              return quota;
            });
  }

  private Change<Quota> set(Create command) {
    return Quota.set(
        command.actor(),
        new QuotaId(ids.next()),
        command.subject(),
        command.metric(),
        command.period(),
        command.limit(),
        clock.instant());
  }

  private static void demandKnown(boolean known) {
    if (!known) {
      throw ValidationError.at("/subject_id", "names nobody");
    }
  }

  private static CompletionStage<Actor.OfUser> administrator(Actor.OfUser actor) {
    return CompletableFuture.completedFuture(actor).thenApply(UsageAccess::administers);
  }
}
