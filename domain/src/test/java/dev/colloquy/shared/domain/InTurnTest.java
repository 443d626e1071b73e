package dev.colloquy.shared.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class InTurnTest {

  private static final Duration SOON = Duration.ofSeconds(5);

  @Test
  void beginsAStepWhenTheOneBeforeHasEnded() {
    CompletableFuture<String> first = new CompletableFuture<>();
    List<Integer> begun = new ArrayList<>();

    CompletableFuture<List<String>> all =
        InTurn.map(
                List.of(1, 2),
                item -> {
                  begun.add(item);
                  return item == 1 ? first : CompletableFuture.completedFuture("two");
                })
            .toCompletableFuture();

    assertThat(begun).containsExactly(1);
    first.complete("one");
    assertThat(all).succeedsWithin(SOON).isEqualTo(List.of("one", "two"));
  }

  @Test
  void stopsAtTheFirstFailure() {
    List<Integer> begun = new ArrayList<>();

    CompletableFuture<Void> all =
        InTurn.each(
                List.of(1, 2),
                item -> {
                  begun.add(item);
                  return CompletableFuture.failedFuture(new IllegalStateException("no"));
                })
            .toCompletableFuture();

    assertThat(all).failsWithin(SOON);
    assertThat(begun).containsExactly(1);
  }

  @Test
  void hasNothingToDoForNothing() {
    assertThat(InTurn.each(List.of(), item -> new CompletableFuture<>()).toCompletableFuture())
        .succeedsWithin(SOON);
  }
}
