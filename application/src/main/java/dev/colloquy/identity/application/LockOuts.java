package dev.colloquy.identity.application;

import dev.colloquy.identity.domain.Admission;
import dev.colloquy.identity.domain.User;
import dev.colloquy.identity.domain.UserEvent;
import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.Origin;
import dev.colloquy.shared.domain.port.out.EventAppender;
import dev.colloquy.shared.domain.port.out.UnitOfWork;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Tells administrators when an account was locked by failures. */
public final class LockOuts {

  private final UnitOfWork unitOfWork;
  private final EventAppender events;
  private final Clock clock;

  public LockOuts(UnitOfWork unitOfWork, EventAppender events, Clock clock) {
    this.unitOfWork = unitOfWork;
    this.events = events;
    this.clock = clock;
  }

  /** Writes the event where this failure was the last one let pass, and there is an account. */
  CompletionStage<Void> failed(Origin origin, Admission admission, Optional<User> user) {
    return user.filter(known -> admission.isLast())
        .map(known -> lockedOut(origin, admission, known))
        .orElseGet(() -> CompletableFuture.completedFuture(null));
  }

  private CompletionStage<Void> lockedOut(Origin origin, Admission admission, User user) {
    Instant now = clock.instant();
    UserEvent event =
        new UserEvent.LockedOut(
            new Actor.System("login", origin), now, user, now.plus(admission.blocked()));
    return unitOfWork.inTransaction(() -> events.append(List.of(event)));
  }
}
