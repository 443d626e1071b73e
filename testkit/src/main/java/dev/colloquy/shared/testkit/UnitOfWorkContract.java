package dev.colloquy.shared.testkit;

import static dev.colloquy.shared.testkit.Stages.assertFailureOf;
import static dev.colloquy.shared.testkit.Stages.valueOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.colloquy.shared.domain.CommonException.NotFound;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What a unit of work holds, whatever it stands on. */
public interface UnitOfWorkContract extends OpenUnitOfWork {

  /** Writes a note, which is not there yet, in the unit of work under way. */
  CompletionStage<Void> write(String note);

  /** The notes as the caller sees them, inside a unit of work or outside; a fresh test has none. */
  CompletionStage<List<String>> notes();

  @Test
  default void keepsWhatWasWrittenAndAnswersWithTheResult() {
    CompletionStage<String> result =
        unitOfWork().inTransaction(() -> write("a").thenApply(done -> "result"));

    assertThat(valueOf(result)).isEqualTo("result");
    assertThat(valueOf(notes())).containsExactly("a");
  }

  @Test
  default void keepsNothingWhenTheWorkFailsAndFailsWithItsFailure() {
    NotFound refusal = new NotFound("thing");

    CompletionStage<Void> result =
        unitOfWork()
            .inTransaction(
                () -> write("a").thenCompose(done -> CompletableFuture.failedFuture(refusal)));

    assertFailureOf(result).isSameAs(refusal);
    assertThat(valueOf(notes())).isEmpty();
  }

  @Test
  default void keepsNothingWhenTheWorkThrows() {
    NotFound refusal = new NotFound("thing");

    CompletionStage<Void> result =
        unitOfWork()
            .inTransaction(
                () ->
                    write("a")
                        .thenApply(
                            done -> {
                              throw refusal;
                            }));
    CompletionStage<Void> atOnce =
        unitOfWork()
            .inTransaction(
                () -> {
                  throw refusal;
                });

    assertFailureOf(result).isSameAs(refusal);
    assertFailureOf(atOnce).isSameAs(refusal);
    assertThat(valueOf(notes())).isEmpty();
  }

  @Test
  default void seesItsOwnWrites() {
    CompletionStage<List<String>> inside =
        unitOfWork().inTransaction(() -> write("a").thenCompose(done -> notes()));

    assertThat(valueOf(inside)).containsExactly("a");
  }

  @Test
  default void hidesItsWritesFromOthersUntilTheCommit() {
    List<String> seenBeside = whileOpen(() -> write("a"), () -> valueOf(notes()));

    assertThat(seenBeside).isEmpty();
    assertThat(valueOf(notes())).containsExactly("a");
  }

  @Test
  default void anInnerUnitOfWorkJoinsTheOuterOne() {
    NotFound refusal = new NotFound("thing");

    CompletionStage<Void> result =
        unitOfWork()
            .inTransaction(
                () ->
                    unitOfWork()
                        .inTransaction(() -> write("inner"))
                        .thenCompose(done -> notes())
                        .thenCompose(
                            seen -> {
                              assertThat(seen).containsExactly("inner");
                              return CompletableFuture.failedFuture(refusal);
                            }));

    assertFailureOf(result).isSameAs(refusal);
    assertThat(valueOf(notes())).isEmpty();
  }

  @Test
  default void anInnerFailureDoomsTheOuterUnitOfWorkEvenWhereItIsSwallowed() {
    NotFound refusal = new NotFound("thing");

    CompletionStage<Void> result =
        unitOfWork()
            .inTransaction(
                () ->
                    write("outer")
                        .thenCompose(
                            done ->
                                unitOfWork()
                                    .<Void>inTransaction(
                                        () -> CompletableFuture.failedFuture(refusal)))
                        .exceptionally(swallowed -> null));

    assertFailureOf(result).isSameAs(refusal);
    assertThat(valueOf(notes())).isEmpty();
  }

  @Test
  default void refusesToWriteWhereNoUnitOfWorkIsUnderWay() {
    assertFailureOf(write("a")).isInstanceOf(IllegalStateException.class);
    assertThat(valueOf(notes())).isEmpty();
  }

  @Test
  default void rollsBackWorkThatEndsOnAnotherThreadThanItsOwn() {
    CompletionStage<String> result =
        unitOfWork().inTransaction(() -> write("a").thenCompose(done -> elsewhere()));

    assertFailureOf(result).isInstanceOf(IllegalStateException.class);
    assertThat(valueOf(notes())).isEmpty();
  }

  @Test
  default void refusesToWriteAfterAHopAndRollsBackWhatWasWrittenBefore() {
    CompletionStage<Void> result =
        unitOfWork()
            .inTransaction(
                () ->
                    write("before")
                        .thenCompose(done -> elsewhere())
                        .thenCompose(hopped -> write("after")));

    assertFailureOf(result).isInstanceOf(IllegalStateException.class);
    assertThat(valueOf(notes())).isEmpty();
  }

  @Test
  default void runsATaskOnceAfterTheCommit() {
    List<String> seen = new CopyOnWriteArrayList<>();

    List<String> before =
        whileOpen(
            () -> {
              Runnable task = () -> seen.add("after");
              unitOfWork().afterCommit(task);
              unitOfWork().afterCommit(task);
              return write("a");
            },
            () -> List.copyOf(seen));

    assertThat(before).isEmpty();
    assertThat(seen).containsExactly("after");
  }

  @Test
  default void runsNoTaskOfAnInnerUnitOfWorkWhereTheOuterOneFails() {
    NotFound refusal = new NotFound("thing");
    List<String> seen = new CopyOnWriteArrayList<>();

    CompletionStage<Void> result =
        unitOfWork()
            .inTransaction(
                () ->
                    unitOfWork()
                        .inTransaction(
                            () -> {
                              unitOfWork().afterCommit(() -> seen.add("inner"));
                              return write("a");
                            })
                        .thenCompose(done -> CompletableFuture.failedFuture(refusal)));

    assertFailureOf(result).isSameAs(refusal);
    assertThat(seen).isEmpty();
  }

  @Test
  default void refusesATaskWhereNoUnitOfWorkIsUnderWay() {
    assertThatThrownBy(() -> unitOfWork().afterCommit(() -> {}))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  default void severalUnitsOfWorkRunSideBySide() {
    CompletionStage<Void> one = unitOfWork().inTransaction(() -> write("a"));
    CompletionStage<Void> two = unitOfWork().inTransaction(() -> write("b"));

    valueOf(one.thenCombine(two, (first, second) -> true));

    assertThat(valueOf(notes())).containsExactlyInAnyOrder("a", "b");
  }

  /** Late enough, on a busy machine too, that what hangs on it really runs over there. */
  private static CompletionStage<String> elsewhere() {
    return CompletableFuture.supplyAsync(
        () -> "there", CompletableFuture.delayedExecutor(500, TimeUnit.MILLISECONDS));
  }
}
