package dev.colloquy.bootstrap;

import dev.colloquy.shared.adapter.persistence.Sql;
import dev.colloquy.shared.domain.port.out.EventAppender;
import dev.colloquy.shared.domain.port.out.Ids;
import dev.colloquy.shared.domain.port.out.Timers;
import dev.colloquy.shared.domain.port.out.UnitOfWork;
import dev.colloquy.usage.adapter.persistence.PgQuotas;
import dev.colloquy.usage.adapter.persistence.PgUsageMeter;
import dev.colloquy.usage.adapter.persistence.PgUsageReadModel;
import dev.colloquy.usage.application.BrowseQuotasHandler;
import dev.colloquy.usage.application.LapsedCalls;
import dev.colloquy.usage.application.ManageQuotasHandler;
import dev.colloquy.usage.application.MeterUsageHandler;
import dev.colloquy.usage.application.ReadUsageHandler;
import dev.colloquy.usage.domain.port.in.BrowseQuotas;
import dev.colloquy.usage.domain.port.in.ManageQuotas;
import dev.colloquy.usage.domain.port.in.MeterUsage;
import dev.colloquy.usage.domain.port.in.ReadUsage;
import dev.colloquy.usage.domain.port.out.Quotas;
import dev.colloquy.usage.domain.port.out.UsageMeter;
import dev.colloquy.usage.domain.port.out.UsageReadModel;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** The usage context, put together. */
@Singleton
final class UsageWiring {

  void start(@Observes StartupEvent started, Timers timers, UsageMeter meter, Clock clock) {
    timers.every(LapsedCalls.PERIOD, new LapsedCalls(meter, clock));
  }

  @Produces
  @Singleton
  UsageMeter usageMeter(Sql sql) {
    return new PgUsageMeter(sql);
  }

  @Produces
  @Singleton
  Quotas quotas(Sql sql, EventAppender events) {
    return new PgQuotas(sql, events);
  }

  @Produces
  @Singleton
  UsageReadModel usageReadModel(Sql sql) {
    return new PgUsageReadModel(sql);
  }

  @Produces
  @Singleton
  MeterUsage meterUsage(UsageMeter meter, Clock clock) {
    return new MeterUsageHandler(meter, clock);
  }

  @Produces
  @Singleton
  ReadUsage readUsage(UsageReadModel readModel, Clock clock) {
    return new ReadUsageHandler(readModel, clock);
  }

  @Produces
  @Singleton
  BrowseQuotas browseQuotas(Quotas quotas) {
    return new BrowseQuotasHandler(quotas);
  }

  @Produces
  @Singleton
  ManageQuotas manageQuotas(
      UnitOfWork unitOfWork, Quotas quotas, UsageReadModel readModel, Ids ids, Clock clock) {
    return new ManageQuotasHandler(unitOfWork, quotas, readModel, ids, clock);
  }
}
