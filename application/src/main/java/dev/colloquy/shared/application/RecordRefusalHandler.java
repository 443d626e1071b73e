package dev.colloquy.shared.application;

import dev.colloquy.shared.domain.AccessRefused;
import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.ClientNetwork;
import dev.colloquy.shared.domain.port.in.RecordRefusal;
import dev.colloquy.shared.domain.port.out.AnonymousRefusals;
import dev.colloquy.shared.domain.port.out.EventAppender;
import dev.colloquy.shared.domain.port.out.UnitOfWork;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** Keeps the refusal of somebody known as an event, and counts those of everybody else. */
public final class RecordRefusalHandler implements RecordRefusal {

  private final UnitOfWork unitOfWork;
  private final EventAppender events;
  private final AnonymousRefusals anonymous;
  private final Clock clock;

  public RecordRefusalHandler(
      UnitOfWork unitOfWork, EventAppender events, AnonymousRefusals anonymous, Clock clock) {
    this.unitOfWork = unitOfWork;
    this.events = events;
    this.anonymous = anonymous;
    this.clock = clock;
  }

  @Override
  public CompletionStage<Void> handle(Command command) {
    return command.actor().map(actor -> record(actor, command)).orElseGet(() -> count(command));
  }

  private CompletionStage<Void> record(Actor actor, Command command) {
    AccessRefused refused =
        new AccessRefused(
            actor, clock.instant(), command.action(), command.subject(), command.code());
    return unitOfWork.inTransaction(() -> events.append(List.of(refused)));
  }

  private CompletionStage<Void> count(Command command) {
    return anonymous
        .count(ClientNetwork.of(command.address()), command.code(), clock.instant())
        .thenAccept(soFar -> {});
  }
}
