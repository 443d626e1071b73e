package dev.colloquy.bootstrap;

import dev.colloquy.shared.adapter.persistence.Entities;
import dev.colloquy.shared.adapter.persistence.OutboxEventAppender;
import dev.colloquy.shared.adapter.persistence.PgAnonymousRefusals;
import dev.colloquy.shared.adapter.persistence.PgAttempts;
import dev.colloquy.shared.adapter.persistence.PgMemberships;
import dev.colloquy.shared.adapter.persistence.Pools;
import dev.colloquy.shared.adapter.persistence.ReactiveUnitOfWork;
import dev.colloquy.shared.adapter.persistence.Sql;
import dev.colloquy.shared.adapter.persistence.Wakeup;
import dev.colloquy.shared.adapter.runtime.TimeOrderedIds;
import dev.colloquy.shared.adapter.runtime.VertxTimers;
import dev.colloquy.shared.adapter.runtime.VertxWorkers;
import dev.colloquy.shared.application.OnceHandler;
import dev.colloquy.shared.application.RecordRefusalHandler;
import dev.colloquy.shared.domain.port.in.Once;
import dev.colloquy.shared.domain.port.in.RecordRefusal;
import dev.colloquy.shared.domain.port.out.AnonymousRefusals;
import dev.colloquy.shared.domain.port.out.Attempts;
import dev.colloquy.shared.domain.port.out.EventAppender;
import dev.colloquy.shared.domain.port.out.Ids;
import dev.colloquy.shared.domain.port.out.Memberships;
import dev.colloquy.shared.domain.port.out.Timers;
import dev.colloquy.shared.domain.port.out.UnitOfWork;
import dev.colloquy.shared.domain.port.out.Workers.Pool;
import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.core.Vertx;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.hibernate.reactive.mutiny.Mutiny;

/** What every context stands on. */
@Singleton
final class SharedWiring {

  /** How long a password waits at most: the queue times the time of one hash. */
  private static final int HASHES_WAITING_PER_CORE = 32;

  private static final int GENERAL_THREADS = 16;
  private static final int GENERAL_QUEUE = 256;

  /** The database keeps microseconds, so nobody sees anything finer. */
  @Produces
  @Singleton
  Clock clock() {
    return Clock.tick(Clock.systemUTC(), Duration.of(1, ChronoUnit.MICROS));
  }

  @Produces
  @Singleton
  Ids ids() {
    return new TimeOrderedIds();
  }

  @Produces
  @Singleton
  VertxWorkers workers() {
    int cores = Runtime.getRuntime().availableProcessors();
    return new VertxWorkers(
        Map.of(
            Pool.HASHING, new VertxWorkers.Size(cores, cores * HASHES_WAITING_PER_CORE, true),
            Pool.GENERAL, new VertxWorkers.Size(GENERAL_THREADS, GENERAL_QUEUE, false)));
  }

  void stop(@Disposes VertxWorkers workers) {
    workers.close();
  }

  @Produces
  @Singleton
  Timers timers(Vertx vertx) {
    return new VertxTimers(vertx);
  }

  @Produces
  @Singleton
  PgPoolCreator pools() {
    return new Pools();
  }

  @Produces
  @Singleton
  UnitOfWork unitOfWork(Mutiny.SessionFactory sessions, Vertx vertx) {
    return new ReactiveUnitOfWork(sessions, vertx);
  }

  @Produces
  @Singleton
  Sql sql(io.vertx.sqlclient.Pool pool) {
    return new Sql(pool);
  }

  @Produces
  @Singleton
  Entities entities(UnitOfWork unitOfWork) {
    return new Entities(unitOfWork);
  }

  @Produces
  @Singleton
  EventAppender events(Sql sql, Ids ids, Clock clock, Wakeup wakeup) {
    return new OutboxEventAppender(sql, ids, clock, wakeup);
  }

  @Produces
  @Singleton
  Memberships memberships(Sql sql) {
    return new PgMemberships(sql);
  }

  @Produces
  @Singleton
  PgAttempts attempts(Sql sql, Clock clock) {
    return new PgAttempts(sql, clock);
  }

  @Produces
  @Singleton
  PgAnonymousRefusals anonymousRefusals(Sql sql) {
    return new PgAnonymousRefusals(sql);
  }

  @Produces
  @Singleton
  Once once(UnitOfWork unitOfWork, Attempts attempts, Clock clock) {
    return new OnceHandler(unitOfWork, attempts, clock);
  }

  @Produces
  @Singleton
  RecordRefusal recordRefusal(
      UnitOfWork unitOfWork, EventAppender events, AnonymousRefusals anonymous, Clock clock) {
    return new RecordRefusalHandler(unitOfWork, events, anonymous, clock);
  }
}
