package dev.colloquy.run.domain;

import dev.colloquy.conversation.domain.MessageId;
import dev.colloquy.run.domain.RunException.RunNotFinished;
import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.Change;
import dev.colloquy.shared.domain.ConversationId;
import dev.colloquy.shared.domain.Origin;
import dev.colloquy.shared.domain.UserId;
import dev.colloquy.shared.domain.WorkspaceId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One answer that was asked of a model. It goes on when nobody watches, is taken over when its node
 * is lost, and ends in exactly one last state.
 *
 * @param startedBy the user for whom it speaks; what he may no longer do, it may not either
 * @param retryOf the run that it does again; its message takes the place of the earlier one's
 * @param attempt how often it was taken up
 * @param cancelRequestedAt when somebody wanted it to end; the node that holds it follows
 * @param result what it said, complete or not, as a message
 * @param waits how often it waited for an approval
 * @param version raised by one with every change of state
 */
public record Run(
    RunId id,
    ConversationId conversation,
    WorkspaceId workspace,
    UserId startedBy,
    RunOrder order,
    Optional<RunId> retryOf,
    RunStatus status,
    int attempt,
    Spent spent,
    Optional<RunError> error,
    Optional<MessageId> result,
    Instant createdAt,
    Optional<Instant> startedAt,
    Optional<Instant> cancelRequestedAt,
    Optional<Instant> finishedAt,
    RunWaits waits,
    long version) {

  /** How often a run is tried; whoever takes it up once more only says that it was lost. */
  public static final int MAX_ATTEMPTS = 3;

  /** How long a run may take from its first attempt on. */
  public static final Duration MAX_DURATION = Duration.ofMinutes(10);

  /** How many may wait in one conversation. */
  public static final int MAX_WAITING = 10;

  /** A fresh run that waits for a node. */
  public static Change<Run> queue(
      Actor.OfUser actor,
      RunId id,
      ConversationId conversation,
      WorkspaceId workspace,
      RunOrder order,
      Optional<RunId> retryOf,
      Instant now) {
    Run queued =
        new Run(
            id,
            conversation,
            workspace,
            actor.user(),
            order,
            retryOf,
            RunStatus.QUEUED,
            0,
            Spent.NOTHING,
            Optional.empty(),
            Optional.empty(),
            now,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            RunWaits.NONE,
            1);
    return Change.of(queued, RunEvent.of(actor, now, queued));
  }

  /** Whoever speaks while it runs: the model, on behalf of who asked. */
  public Actor.Agent agent() {
    return new Actor.Agent(
        startedBy,
        order.model().value(),
        workspace,
        new Origin(id.value(), "", startedAt.orElse(createdAt), ""));
  }

  /** What the same question is asked with again. Fails with {@link RunNotFinished}. */
  public RunOrder again() {
    if (!status.isLast()) {
      throw new RunNotFinished();
    }
    return order;
  }

  /** A node takes it up, for the first time or after another was lost. */
  public Change<Run> takenUp(Instant now) {
    Run taken =
        with(
            RunStatus.RUNNING,
            attempt + 1,
            spent,
            Optional.empty(),
            Optional.empty(),
            Optional.of(startedAt.orElse(now)),
            cancelRequestedAt,
            Optional.empty());
    return attempt == 0
        ? Change.of(taken, RunEvent.of(agent(), now, taken))
        : new Change<>(taken, List.of()); // the feed hears of states, and this is none
  }

  /** Whether this attempt may ask the model. */
  public boolean mayGoOn() {
    return attempt - waits.count() <= MAX_ATTEMPTS;
  }

  /** Whether this attempt goes on where an earlier one waited. */
  public boolean wasResumed() {
    return waits.lastAttempt() == attempt - 1 && attempt > 1;
  }

  /** When it has to have ended; empty before it began. What it waits for others does not count. */
  public Optional<Instant> deadline() {
    return waits.resumedAt().or(() -> startedAt).map(it -> it.plus(MAX_DURATION));
  }

  /** It waits for somebody's word; nobody holds it meanwhile. */
  public Change<Run> waiting(Spent took, Instant now) {
    Run waiting =
        with(
                RunStatus.WAITING_APPROVAL,
                attempt,
                spent.plus(took),
                Optional.empty(),
                Optional.empty(),
                startedAt,
                cancelRequestedAt,
                Optional.empty())
            .with(waits.oneMore(attempt));
    return Change.of(waiting, RunEvent.of(agent(), now, waiting));
  }

  /** It goes on after it has waited; where it was called off, only to end as it should. */
  public Change<Run> resumed(Actor actor, boolean calledOff, Instant now) {
    Run queued =
        with(
                RunStatus.QUEUED,
                attempt,
                spent,
                Optional.empty(),
                Optional.empty(),
                startedAt,
                calledOff ? Optional.of(now) : cancelRequestedAt,
                Optional.empty())
            .with(waits.over(now));
    return Change.of(queued, RunEvent.of(actor, now, queued));
  }

  /** It is called off before a node took it up; for a waiting one only. */
  public Change<Run> cancel(Actor actor, Instant now) {
    Run cancelled =
        with(
            RunStatus.CANCELLED,
            attempt,
            spent,
            Optional.empty(),
            Optional.empty(),
            startedAt,
            Optional.of(now),
            Optional.of(now));
    return Change.of(cancelled, RunEvent.of(actor, now, cancelled));
  }

  /** It ends; what it said until now is kept as a message where it said anything. */
  public Change<Run> end(Ending ending, Optional<MessageId> message, Spent took, Instant now) {
    Run ended =
        with(
            ending.status(),
            attempt,
            spent.plus(took),
            ending.error(),
            message,
            startedAt,
            cancelRequestedAt,
            Optional.of(now));
    return Change.of(ended, RunEvent.of(agent(), now, ended));
  }

  private Run with(
      RunStatus status,
      int attempt,
      Spent spent,
      Optional<RunError> error,
      Optional<MessageId> result,
      Optional<Instant> startedAt,
      Optional<Instant> cancelRequestedAt,
      Optional<Instant> finishedAt) {
    return new Run(
        id,
        conversation,
        workspace,
        startedBy,
        order,
        retryOf,
        status,
        attempt,
        spent,
        error,
        result,
        createdAt,
        startedAt,
        cancelRequestedAt,
        finishedAt,
        waits,
        version + 1);
  }

  private Run with(RunWaits waited) {
    return new Run(
        id,
        conversation,
        workspace,
        startedBy,
        order,
        retryOf,
        status,
        attempt,
        spent,
        error,
        result,
        createdAt,
        startedAt,
        cancelRequestedAt,
        finishedAt,
        waited,
        version);
  }
}
