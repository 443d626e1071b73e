package dev.colloquy.run.testkit;

import dev.colloquy.conversation.domain.port.out.Conversations;
import dev.colloquy.run.domain.HeldRun;
import dev.colloquy.run.domain.Hold;
import dev.colloquy.run.domain.Run;
import dev.colloquy.run.domain.RunId;
import dev.colloquy.run.domain.RunSignal;
import dev.colloquy.run.domain.RunStatus;
import dev.colloquy.run.domain.port.out.Runs;
import dev.colloquy.run.testkit.RunTables.Row;
import dev.colloquy.shared.domain.Change;
import dev.colloquy.shared.domain.CommonException.Conflict;
import dev.colloquy.shared.domain.ConversationId;
import dev.colloquy.shared.domain.DomainEvent;
import dev.colloquy.shared.domain.Page;
import dev.colloquy.shared.domain.PageRequest;
import dev.colloquy.shared.domain.UserId;
import dev.colloquy.shared.domain.WorkspaceId;
import dev.colloquy.shared.domain.port.out.EventAppender;
import dev.colloquy.shared.testkit.InMemoryDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Runs in memory; leases last by the clock that is given. Nothing rings: tests do that. */
public final class InMemoryRuns implements Runs {

  /** How long a hold lasts. */
  public static final Duration LEASE = Duration.ofSeconds(5);

  private static final Comparator<Row> BY_AGE =
      Comparator.comparing(row -> row.run().id().toString());

  private final InMemoryDatabase database;
  private final RunTables tables;
  private final Conversations conversations;
  private final EventAppender events;
  private final Clock clock;

  InMemoryRuns(
      InMemoryDatabase database,
      RunTables tables,
      Conversations conversations,
      EventAppender events,
      Clock clock) {
    this.database = database;
    this.tables = tables;
    this.conversations = conversations;
    this.events = events;
    this.clock = clock;
  }

  @Override
  public CompletionStage<Optional<Run>> find(RunId id) {
    return database.read(() -> tables.runs.get(id).map(Row::run));
  }

  @Override
  public CompletionStage<Optional<Run>> lock(RunId id) {
    return database.inUnitOfWork(() -> tables.runs.get(id).map(Row::run));
  }

  @Override
  public CompletionStage<List<Run>> unfinished(ConversationId conversation) {
    return database.inUnitOfWork(() -> unfinishedIn(conversation).map(Row::run).toList());
  }

  @Override
  public CompletionStage<Page<Run>> startedBy(
      UserId user, Optional<WorkspaceId> within, Optional<RunStatus> status, PageRequest page) {
    return database.read(
        () ->
            page(
                page,
                run ->
                    run.startedBy().equals(user)
                        && within.filter(it -> !it.equals(run.workspace())).isEmpty()
                        && status.filter(it -> it != run.status()).isEmpty()
                        && takesPart(user, run.conversation())));
  }

  @Override
  public CompletionStage<Page<Run>> of(ConversationId conversation, PageRequest page) {
    return database.read(() -> page(page, run -> run.conversation().equals(conversation)));
  }

  @Override
  public CompletionStage<Run> add(Change<Run> queued) {
    Run run = queued.now();
    return written(
        run,
        queued.events(),
        () -> tables.runs.put(run.id(), new Row(run, Optional.empty(), Instant.MIN)));
  }

  @Override
  public CompletionStage<HeldRun> addTakenUp(Change<Run> takenUp, UUID node) {
    Run run = takenUp.now();
    Hold hold = new Hold(run.id(), node, 1);
    return written(
            run,
            takenUp.events(),
            () ->
                tables.runs.put(
                    run.id(), new Row(run, Optional.of(hold), clock.instant().plus(LEASE))))
        .thenApply(added -> new HeldRun(run, hold));
  }

  @Override
  public CompletionStage<Run> save(Change<Run> changed) {
    return written(changed.now(), changed.events(), () -> calledOff(changed.now()));
  }

  @Override
  public CompletionStage<Run> requestCancel(Run running, Instant now) {
    return database.inUnitOfWork(
        () -> {
          Row row =
              tables
                  .runs
                  .get(running.id())
                  .filter(it -> it.run().status() != RunStatus.WAITING_APPROVAL)
                  .filter(it -> !it.run().status().isLast() && it.run().attempt() > 0)
                  .orElseThrow(Conflict::new);
          Run wanted = RunCopies.withCancelRequest(row.run(), now);
          tables.runs.put(wanted.id(), row.with(wanted));
          return wanted;
        });
  }

  @Override
  public CompletionStage<List<HeldRun>> takeUp(UUID node, Set<RunId> held, int limit, Instant now) {
    return database
        .inUnitOfWork(
            () -> due(node, held, limit).stream().map(it -> takenUp(it, node, now)).toList())
        .thenCompose(
            taken ->
                events
                    .append(taken.stream().flatMap(it -> it.events().stream()).toList())
                    .thenApply(done -> taken.stream().map(Taken::held).toList()));
  }

  @Override
  public CompletionStage<List<Kept>> renew(UUID node, Set<RunId> runs) {
    return database.alone(
        () -> {
          tables.nodes.put(node, clock.instant().plus(LEASE));
          return heldBy(node)
              .filter(it -> runs.contains(it.run().id()))
              .map(
                  row ->
                      new Kept(row.hold().orElseThrow(), row.run().cancelRequestedAt().isPresent()))
              .toList();
        });
  }

  @Override
  public CompletionStage<Void> end(Hold hold, Change<Run> ended, List<RunSignal> last) {
    Run run = ended.now();
    return written(
            run,
            ended.events(),
            () -> {
              Row row = tables.heldBy(hold).orElseThrow(Conflict::new);
              tables.runs.put(run.id(), row.with(RunCopies.wantedTo(row.run(), run)));
              tables.append(run.id(), run.attempt(), last);
            })
        .thenAccept(done -> {});
  }

  @Override
  public CompletionStage<Void> suspend(Hold hold, Change<Run> waiting, List<RunSignal> signals) {
    Run run = waiting.now();
    return written(
            run,
            waiting.events(),
            () -> {
              Row row = tables.heldBy(hold).orElseThrow(Conflict::new);
              tables.runs.put(run.id(), row.with(RunCopies.wantedTo(row.run(), run)));
              tables.append(run.id(), run.attempt(), signals);
            })
        .thenAccept(done -> {});
  }

  @Override
  public CompletionStage<Run> resume(Change<Run> queued) {
    Run run = queued.now();
    return written(
        run,
        queued.events(),
        () -> {
          Row row =
              tables
                  .runs
                  .get(run.id())
                  .filter(it -> it.run().status() == RunStatus.WAITING_APPROVAL)
                  .orElseThrow(Conflict::new);
          tables.runs.put(run.id(), row.with(run));
        });
  }

  @Override
  public CompletionStage<Void> release(UUID node) {
    return database
        .alone(
            () -> {
              tables.nodes.remove(node);
              heldBy(node)
                  .forEach(
                      it ->
                          tables.runs.put(
                              it.run().id(), it.until(clock.instant().minusSeconds(1))));
              return true;
            })
        .thenAccept(done -> {});
  }

  private CompletionStage<Run> written(Run run, List<DomainEvent> told, Runnable statement) {
    return database
        .inUnitOfWork(
            () -> {
              statement.run();
              return run;
            })
        .thenCompose(done -> events.append(told))
        .thenApply(done -> run);
  }

  private void calledOff(Run run) {
    Row row =
        tables
            .runs
            .get(run.id())
            .filter(it -> it.run().status() == RunStatus.QUEUED)
            .filter(it -> it.run().version() == run.version() - 1)
            .orElseThrow(Conflict::new);
    tables.runs.put(run.id(), row.with(run));
    tables.append(run.id(), 1, List.of(RunSignal.ended(run)));
  }

  private List<Row> due(UUID node, Set<RunId> held, int limit) {
    return all().filter(row -> isDue(row, node, held)).limit(limit).toList();
  }

  private boolean isDue(Row row, UUID node, Set<RunId> held) {
    return switch (row.run().status()) {
      case RUNNING ->
          isOver(row.leaseUntil())
              && !held.contains(row.run().id())
              && (isLost(row) || row.isOf(node));
      case QUEUED ->
          unfinishedIn(row.run().conversation()).findFirst().filter(row::equals).isPresent()
              && unfinishedIn(row.run().conversation())
                  .allMatch(it -> it.run().status() == RunStatus.QUEUED);
      case WAITING_APPROVAL, COMPLETED, FAILED, CANCELLED, EXPIRED -> false;
    };
  }

  private boolean isLost(Row row) {
    return row.hold()
        .flatMap(hold -> tables.nodes.get(hold.node()))
        .filter(lease -> !isOver(lease))
        .isEmpty();
  }

  private boolean isOver(Instant lease) {
    return lease.isBefore(clock.instant());
  }

  private record Taken(HeldRun held, List<DomainEvent> events) {}

  private Taken takenUp(Row row, UUID node, Instant now) {
    Change<Run> taken = row.run().takenUp(now);
    Hold hold = new Hold(row.run().id(), node, row.epoch() + 1);
    tables.runs.put(
        row.run().id(), new Row(taken.now(), Optional.of(hold), clock.instant().plus(LEASE)));
    return new Taken(new HeldRun(taken.now(), hold), taken.events());
  }

  private Stream<Row> all() {
    return tables.runs.values().stream().sorted(BY_AGE);
  }

  private Stream<Row> unfinishedIn(ConversationId conversation) {
    return all()
        .filter(it -> it.run().conversation().equals(conversation))
        .filter(it -> !it.run().status().isLast());
  }

  private Stream<Row> heldBy(UUID node) {
    return all().filter(it -> it.run().status() == RunStatus.RUNNING).filter(it -> it.isOf(node));
  }

  private Page<Run> page(PageRequest page, Predicate<Run> wanted) {
    String before = page.after().map(cursor -> cursor.position()).orElse("g");
    List<Run> found =
        tables.runs.values().stream()
            .sorted(BY_AGE.reversed())
            .map(Row::run)
            .filter(wanted)
            .filter(it -> it.id().toString().compareTo(before) < 0)
            .limit(page.limit() + 1L)
            .toList();
    return Page.cut(found, page.limit(), it -> it.id().toString());
  }

  private boolean takesPart(UserId user, ConversationId conversation) {
    // in memory it is there at once
    return conversations
        .find(conversation)
        .toCompletableFuture()
        .join()
        .filter(it -> !it.isGone() && it.isParticipant(user))
        .isPresent();
  }
}
