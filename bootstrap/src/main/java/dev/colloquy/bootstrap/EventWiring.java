package dev.colloquy.bootstrap;

import dev.colloquy.event.adapter.persistence.FeedNode;
import dev.colloquy.event.adapter.persistence.PgTickets;
import dev.colloquy.event.application.FollowEventsHandler;
import dev.colloquy.event.application.IssueTicketHandler;
import dev.colloquy.event.application.ReadEventsHandler;
import dev.colloquy.event.application.RedeemTicketHandler;
import dev.colloquy.event.domain.port.in.FollowEvents;
import dev.colloquy.event.domain.port.in.IssueTicket;
import dev.colloquy.event.domain.port.in.ReadEvents;
import dev.colloquy.event.domain.port.in.RedeemTicket;
import dev.colloquy.event.domain.port.out.EventFeed;
import dev.colloquy.event.domain.port.out.Tickets;
import dev.colloquy.shared.adapter.persistence.Sql;
import dev.colloquy.shared.adapter.persistence.Wakeup;
import dev.colloquy.shared.domain.port.out.Ids;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.concurrent.TimeUnit;

/** The feed: its node begins with the application and ends its streams before anything else. */
@Singleton
final class EventWiring {

  private static final long STOPPING_SECONDS = 3;

  @Produces
  @Singleton
  FeedNode node(Vertx vertx, Pool pool, Sql sql, Ids ids) {
    return new FeedNode(vertx, pool, sql, ids.next(), FeedNode.Settings.usual());
  }

  void start(@Observes StartupEvent started, FeedNode node) {
    node.start();
  }

  /** Streams would be waited for as requests under way; they are told to come back elsewhere. */
  void endStreams(@Observes ShutdownDelayInitiatedEvent stopping, FeedNode node) {
    node.endStreams();
  }

  void stop(@Observes ShutdownEvent stopped, FeedNode node) {
    node.stop()
        .toCompletableFuture()
        .completeOnTimeout(null, STOPPING_SECONDS, TimeUnit.SECONDS)
        .join();
  }

  @Produces
  @Singleton
  Wakeup wakeup(FeedNode node) {
    return node.wakeup();
  }

  @Produces
  @Singleton
  EventFeed feed(FeedNode node) {
    return node.feed();
  }

  @Produces
  @Singleton
  Tickets tickets(Sql sql) {
    return new PgTickets(sql);
  }

  @Produces
  @Singleton
  ReadEvents readEvents(EventFeed feed) {
    return new ReadEventsHandler(feed);
  }

  @Produces
  @Singleton
  FollowEvents followEvents(EventFeed feed) {
    return new FollowEventsHandler(feed);
  }

  @Produces
  @Singleton
  IssueTicket issueTicket(Tickets tickets, Clock clock) {
    return new IssueTicketHandler(tickets, clock, new SecureRandom());
  }

  @Produces
  @Singleton
  RedeemTicket redeemTicket(Tickets tickets, Clock clock) {
    return new RedeemTicketHandler(tickets, clock);
  }
}
