package dev.colloquy.shared.adapter.persistence;

import dev.colloquy.shared.domain.CommonException;
import dev.colloquy.shared.domain.port.out.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * What repositories of aggregates do with Hibernate Reactive. Reads join the unit of work under
 * way, and open a short one where there is none. Writes fail with {@code IllegalStateException}
 * where none is under way, and are flushed at once, so that a refusal of the database belongs to
 * the call that caused it. What was written is let go of then: the engine would compare it again at
 * the commit, take the numbers in its JSON for changed (to Jackson a small {@code Long} comes back
 * as an {@code Integer}), and write it a second time under a second version.
 */
public final class Entities {

  private final UnitOfWork unitOfWork;

  public Entities(UnitOfWork unitOfWork) {
    this.unitOfWork = unitOfWork;
  }

  /** The row with this id. */
  public <E> CompletionStage<Optional<E>> find(Class<E> type, Object id) {
    return read(session -> session.find(type, id).map(Optional::ofNullable));
  }

  /** The row with this id, locked until the unit of work ends; inside one only. */
  public <E> CompletionStage<Optional<E>> lock(Class<E> type, Object id) {
    return write(
        session ->
            session
                .find(type, id)
                .chain(
                    row ->
                        row == null
                            ? Uni.createFrom().item(Optional.empty())
                            : session
                                .refresh(row, LockModeType.PESSIMISTIC_WRITE)
                                .replaceWith(Optional.of(row))));
  }

  /** The rows that a query of the Jakarta Persistence query language selects. */
  public <E> CompletionStage<List<E>> list(Class<E> type, String query, Map<String, ?> parameters) {
    return read(
        session -> {
          Mutiny.SelectionQuery<E> selection = session.createSelectionQuery(query, type);
          parameters.forEach(selection::setParameter);
          return selection.getResultList();
        });
  }

  /** Inserts the row. */
  public <E> CompletionStage<E> persist(E row) {
    return write(session -> session.persist(row).chain(() -> flushed(session, row)));
  }

  /**
   * Changes the row to what a decision made of it. The model counts versions as the row does: a
   * decision raises by one.
   *
   * @param version the version after the decision; the row must still have the one before
   * @return the row, flushed; fails with {@code Conflict} where it has another version by now or is
   *     gone
   */
  public <E extends VersionedRow> CompletionStage<E> update(
      Class<E> type, Object id, long version, Consumer<? super E> changes) {
    return write(
        session ->
            session
                .find(type, id)
                .map(row -> demanded(row, version - 1))
                .invoke(changes)
                .chain(row -> flushed(session, row)));
  }

  /** Deletes the row, which must have this version; fails like {@link #update}. */
  public <E extends VersionedRow> CompletionStage<Void> remove(
      Class<E> type, Object id, long version) {
    return write(
        session ->
            session
                .find(type, id)
                .map(row -> demanded(row, version))
                .chain(session::remove)
                .call(session::flush));
  }

  private static <E> Uni<E> flushed(Mutiny.Session session, E row) {
    return session.flush().invoke(() -> session.detach(row)).replaceWith(row);
  }

  private static <E extends VersionedRow> E demanded(@Nullable E row, long version) {
    if (row == null || row.version() != version) {
      throw new CommonException.Conflict();
    }
    return row;
  }

  private <T> CompletionStage<T> read(Function<Mutiny.Session, Uni<T>> statement) {
    return unitOfWork.inTransaction(() -> write(statement));
  }

  private static <T> CompletionStage<T> write(Function<Mutiny.Session, Uni<T>> statement) {
    return Scope.current()
        .<CompletionStage<T>>map(scope -> scope.run(statement))
        .orElseGet(Scope::missing);
  }
}
