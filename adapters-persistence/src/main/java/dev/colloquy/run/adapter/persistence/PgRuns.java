package dev.colloquy.run.adapter.persistence;

import dev.colloquy.run.domain.HeldRun;
import dev.colloquy.run.domain.Hold;
import dev.colloquy.run.domain.Run;
import dev.colloquy.run.domain.RunEvent;
import dev.colloquy.run.domain.RunId;
import dev.colloquy.run.domain.RunSignal;
import dev.colloquy.run.domain.RunStatus;
import dev.colloquy.run.domain.StreamEntry;
import dev.colloquy.run.domain.StreamPlace;
import dev.colloquy.run.domain.port.out.Runs;
import dev.colloquy.shared.adapter.persistence.ChangeWriter;
import dev.colloquy.shared.adapter.persistence.Columns;
import dev.colloquy.shared.adapter.persistence.Sql;
import dev.colloquy.shared.domain.Change;
import dev.colloquy.shared.domain.CommonException.Conflict;
import dev.colloquy.shared.domain.ConversationId;
import dev.colloquy.shared.domain.Cursor;
import dev.colloquy.shared.domain.Page;
import dev.colloquy.shared.domain.PageRequest;
import dev.colloquy.shared.domain.UserId;
import dev.colloquy.shared.domain.WorkspaceId;
import dev.colloquy.shared.domain.port.out.EventAppender;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Runs as rows of their table. */
public final class PgRuns implements Runs {

  private final Sql sql;
  private final EventAppender events;
  private final LocalBell bell;
  private final RunTapes tapes;

  public PgRuns(Sql sql, EventAppender events, LocalBell bell, RunTapes tapes) {
    this.sql = sql;
    this.events = events;
    this.bell = bell;
    this.tapes = tapes;
  }

  @Override
  public CompletionStage<Optional<Run>> find(RunId id) {
    return sql.read(RunSql.FIND, Tuple.of(id.value()))
        .thenApply(rows -> Columns.first(rows, RunRows::run));
  }

  @Override
  public CompletionStage<Optional<Run>> lock(RunId id) {
    return sql.inUnitOfWork(RunSql.LOCK, Tuple.of(id.value()))
        .thenApply(rows -> Columns.first(rows, RunRows::run));
  }

  @Override
  public CompletionStage<List<Run>> unfinished(ConversationId conversation) {
    // a statement of its own: what is read then must be younger than the lock
    return sql.inUnitOfWork(RunSql.HOLD_OFF, Tuple.of("runs of " + conversation))
        .thenCompose(held -> sql.inUnitOfWork(RunSql.UNFINISHED, Tuple.of(conversation.value())))
        .thenApply(rows -> Columns.list(rows, RunRows::run));
  }

  @Override
  public CompletionStage<Page<Run>> startedBy(
      UserId user, Optional<WorkspaceId> within, Optional<RunStatus> status, PageRequest page) {
    Tuple parameters =
        Tuple.of(
            user.value(),
            within.map(WorkspaceId::value).orElse(null),
            status.map(Columns::text).orElse(null),
            before(page),
            page.limit() + 1);
    return sql.read(RunSql.STARTED_BY, parameters).thenApply(rows -> page(rows, page));
  }

  @Override
  public CompletionStage<Page<Run>> of(ConversationId conversation, PageRequest page) {
    Tuple parameters = Tuple.of(conversation.value(), before(page), page.limit() + 1);
    return sql.read(RunSql.OF_CONVERSATION, parameters).thenApply(rows -> page(rows, page));
  }

  @Override
  public CompletionStage<Run> add(Change<Run> queued) {
    return sql.inUnitOfWork(RunSql.ADD, RunRows.fresh(queued.now()))
        .thenCompose(added -> events.append(queued.events()))
        .thenApply(
            written -> {
              sql.afterCommit(bell);
              return queued.now();
            });
  }

  @Override
  public CompletionStage<HeldRun> addTakenUp(Change<Run> takenUp, UUID node) {
    Run run = takenUp.now();
    Tuple parameters =
        RunRows.fresh(run).addOffsetDateTime(RunRows.timestamp(run.startedAt())).addUUID(node);
    return sql.inUnitOfWork(RunSql.ADD_TAKEN_UP, parameters)
        .thenApply(rows -> new Hold(run.id(), node, rows.iterator().next().getLong("epoch")))
        .thenCompose(
            hold -> events.append(takenUp.events()).thenApply(told -> new HeldRun(run, hold)));
  }

  @Override
  public CompletionStage<Run> save(Change<Run> changed) {
    Run run = changed.now();
    StreamEntry last = new StreamEntry(new StreamPlace(1, 1), RunSignal.ended(run));
    return sql.inUnitOfWork(RunSql.CALL_OFF, RunRows.ended(run))
        .thenAccept(ChangeWriter::demandOne)
        .thenCompose(saved -> putAway(run.id(), 1, List.of(last.signal())))
        .thenCompose(kept -> events.append(changed.events()))
        .thenApply(
            written -> {
              sql.afterCommit(() -> tapes.committed(Map.of(run.id(), List.of(last))));
              sql.afterCommit(bell);
              return run;
            });
  }

  @Override
  public CompletionStage<Run> requestCancel(Run running, Instant now) {
    return sql.inUnitOfWork(
            RunSql.REQUEST_CANCEL, Tuple.of(running.id().value(), Columns.timestamp(now)))
        .thenApply(
            rows -> {
              sql.afterCommit(bell);
              return Columns.first(rows, RunRows::run).orElseThrow(Conflict::new);
            });
  }

  @Override
  public CompletionStage<List<HeldRun>> takeUp(UUID node, Set<RunId> held, int limit, Instant now) {
    Tuple parameters = Tuple.of(limit, node, Columns.timestamp(now)).addArrayOfUUID(ids(held));
    return sql.inUnitOfWork(RunSql.TAKE_UP, parameters)
        .thenApply(rows -> Columns.list(rows, row -> held(row, node)))
        .thenCompose(taken -> events.append(begun(taken, now)).thenApply(written -> taken));
  }

  @Override
  public CompletionStage<List<Kept>> renew(UUID node, Set<RunId> runs) {
    return sql.alone(RunSql.RENEW, Tuple.of(node).addArrayOfUUID(ids(runs)))
        .thenApply(
            rows ->
                Columns.list(
                    rows,
                    row ->
                        new Kept(
                            new Hold(new RunId(row.getUUID("id")), node, row.getLong("epoch")),
                            row.getBoolean("cancelled"))));
  }

  @Override
  public CompletionStage<Void> end(Hold hold, Change<Run> ended, List<RunSignal> last) {
    Run run = ended.now();
    Tuple parameters = RunRows.ended(run).addUUID(hold.node()).addLong(hold.epoch());
    return sql.inUnitOfWork(RunSql.END, parameters)
        .thenAccept(ChangeWriter::demandOne)
        .thenCompose(saved -> putAway(run.id(), run.attempt(), last))
        .thenAccept(place -> showAfterCommit(run, place, last))
        .thenCompose(kept -> events.append(ended.events()));
  }

  @Override
  public CompletionStage<Void> suspend(Hold hold, Change<Run> waiting, List<RunSignal> signals) {
    Run run = waiting.now();
    Tuple parameters = RunRows.waits(run).addUUID(hold.node()).addLong(hold.epoch());
    return sql.inUnitOfWork(RunSql.SUSPEND, parameters)
        .thenAccept(ChangeWriter::demandOne)
        .thenCompose(saved -> put(RunSql.APPEND, run.id(), run.attempt(), signals))
        .thenAccept(place -> showAfterCommit(run, place, signals))
        .thenCompose(kept -> events.append(waiting.events()));
  }

  @Override
  public CompletionStage<Run> resume(Change<Run> queued) {
    return sql.inUnitOfWork(RunSql.RESUME, RunRows.waits(queued.now()))
        .thenAccept(ChangeWriter::demandOne)
        .thenCompose(saved -> events.append(queued.events()))
        .thenApply(
            written -> {
              sql.afterCommit(bell);
              return queued.now();
            });
  }

  @Override
  public CompletionStage<Void> release(UUID node) {
    return sql.alone(RunSql.RELEASE, Tuple.of(node)).thenAccept(released -> {});
  }

  /** Answers after which place of the attempt the signals stand. */
  private CompletionStage<Integer> putAway(RunId run, int attempt, List<RunSignal> last) {
    return put(RunSql.PUT_AWAY, run, attempt, last);
  }

  private CompletionStage<Integer> put(
      String statement, RunId run, int attempt, List<RunSignal> last) {
    return sql.inUnitOfWork(
            statement,
            Tuple.of(run.value(), attempt)
                .addArrayOfString(StreamRows.types(last))
                .addArrayOfJsonObject(StreamRows.data(last)))
        .thenApply(rows -> rows.iterator().next().getInteger("place"));
  }

  private void showAfterCommit(Run run, int place, List<RunSignal> last) {
    List<StreamEntry> entries =
        IntStream.range(0, last.size())
            .mapToObj(
                i -> new StreamEntry(new StreamPlace(run.attempt(), place + 1 + i), last.get(i)))
            .toList();
    sql.afterCommit(() -> tapes.committed(Map.of(run.id(), entries)));
  }

  private static UUID[] ids(Set<RunId> runs) {
    return runs.stream().map(RunId::value).toArray(UUID[]::new);
  }

  private static HeldRun held(Row row, UUID node) {
    Run run = RunRows.run(row);
    return new HeldRun(run, new Hold(run.id(), node, row.getLong("epoch")));
  }

  private static List<RunEvent> begun(List<HeldRun> taken, Instant now) {
    return taken.stream()
        .map(HeldRun::run)
        .filter(run -> run.attempt() == 1)
        .map(run -> RunEvent.of(run.agent(), now, run))
        .toList();
  }

  private static @Nullable UUID before(PageRequest page) {
    return page.after().map(Cursor::position).map(UUID::fromString).orElse(null);
  }

  private static Page<Run> page(RowSet<Row> rows, PageRequest page) {
    return Page.cut(Columns.list(rows, RunRows::run), page.limit(), run -> run.id().toString());
  }
}
