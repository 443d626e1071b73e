package dev.colloquy.shared.adapter.persistence;

import static dev.colloquy.shared.testkit.Stages.assertFailureOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.colloquy.shared.domain.CommonException.Unavailable;
import dev.colloquy.shared.testkit.Stages;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

final class LaneTest {

  private final Lane lane = new Lane(2, 2);
  private final List<CompletableFuture<String>> begun = new ArrayList<>();

  private CompletionStage<String> run() {
    return lane.run(
        () -> {
          CompletableFuture<String> work = new CompletableFuture<>();
          begun.add(work);
          return work;
        });
  }

  @Test
  void letsTwoGoOnAndTheOthersWaitTheirTurn() {
    List<CompletionStage<String>> results = List.of(run(), run(), run(), run());
    assertThat(begun).hasSize(2);

    begun.get(1).complete("second");
    assertThat(begun).hasSize(3);
    begun.get(0).completeExceptionally(new IllegalStateException());
    assertThat(begun).hasSize(4);
    begun.get(2).complete("third");
    begun.get(3).complete("fourth");

    assertFailureOf(results.get(0)).isInstanceOf(IllegalStateException.class);
    assertThat(results.subList(1, 4).stream().map(Stages::valueOf))
        .containsExactly("second", "third", "fourth");
  }

  @Test
  void goesOnAfterWorkThatBreaksAsItBegins() {
    for (int i = 0; i < 3; i++) {
      assertFailureOf(
              lane.run(
                  () -> {
                    throw new IllegalStateException();
                  }))
          .isInstanceOf(IllegalStateException.class);
    }

    run();

    assertThat(begun).hasSize(1);
  }

  @Test
  void refusesWhoeverFindsNoRoomUntilThereIsSome() {
    List.of(run(), run(), run(), run());

    assertFailureOf(run()).isInstanceOf(Unavailable.class);
    begun.getFirst().complete("first");
    run();

    List.copyOf(begun).forEach(each -> each.complete("done"));
    List.copyOf(begun).forEach(each -> each.complete("done"));
    assertThat(begun).hasSize(5);
  }
}
