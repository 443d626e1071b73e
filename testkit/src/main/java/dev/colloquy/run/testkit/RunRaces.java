package dev.colloquy.run.testkit;

import static dev.colloquy.conversation.testkit.ConversationFixtures.NOON;
import static dev.colloquy.shared.testkit.Stages.valueOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.colloquy.run.domain.Ending;
import dev.colloquy.run.domain.HeldRun;
import dev.colloquy.run.domain.Run;
import dev.colloquy.run.domain.RunId;
import dev.colloquy.run.domain.RunSignal;
import dev.colloquy.run.domain.RunStatus;
import dev.colloquy.run.domain.Spent;
import dev.colloquy.run.domain.StreamEntry;
import dev.colloquy.run.domain.StreamPlace;
import dev.colloquy.shared.domain.Change;
import dev.colloquy.shared.domain.PageRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;

/** What holds where several want the same run at once. */
public interface RunRaces {

  RunGround ground();

  private CompletionStage<List<HeldRun>> takingUp() {
    return ground()
        .talks()
        .unitOfWork()
        .inTransaction(
            () -> ground().runs().takeUp(UUID.randomUUID(), Set.of(), PageRequest.MAX_LIMIT, NOON));
  }

  /** Whether it came to something; a refusal is an answer here. */
  private static boolean succeeded(CompletionStage<?> stage) {
    return valueOf(stage.handle((value, failure) -> failure == null));
  }

  private List<StreamEntry> stream(RunId run) {
    return valueOf(ground().journal().page(run, StreamPlace.BEGINNING, 200));
  }

  @RepeatedTest(5)
  default void givesEachRunToOneNodeHoweverManyWantIt() {
    List<RunId> runs =
        IntStream.range(0, 8).mapToObj(it -> ground().queued(ground().talk()).id()).toList();

    List<CompletionStage<List<HeldRun>>> nodes = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      nodes.add(takingUp());
    }

    List<RunId> taken =
        nodes.stream()
            .flatMap(node -> valueOf(node).stream())
            .map(held -> held.run().id())
            .filter(runs::contains)
            .toList();
    assertThat(taken).containsExactlyInAnyOrderElementsOf(runs);
  }

  @RepeatedTest(10)
  default void callsOffOrTakesUpButNeverBoth() {
    RunTalk talk = ground().talk();
    Run run = ground().queued(talk);

    CompletionStage<List<HeldRun>> taking = takingUp();
    CompletionStage<Run> calledOff =
        ground()
            .talks()
            .unitOfWork()
            .inTransaction(() -> ground().runs().save(run.cancel(talk.who(), NOON)));

    boolean cancelled = succeeded(calledOff);
    boolean taken = valueOf(taking).stream().anyMatch(held -> held.run().id().equals(run.id()));
    assertThat(taken).isNotEqualTo(cancelled);
    assertThat(ground().kept(run.id()).status())
        .isEqualTo(cancelled ? RunStatus.CANCELLED : RunStatus.RUNNING);
    assertThat(stream(run.id())).hasSize(cancelled ? 1 : 0);
  }

  @RepeatedTest(10)
  default void endsUnderItsHoldOrLosesItButNeverBoth() {
    RunTalk talk = ground().talk();
    HeldRun held = ground().held(UUID.randomUUID(), talk);
    ground().lose(held.hold().node());
    Change<Run> change =
        held.run().end(new Ending.OutOfTime(), Optional.empty(), Spent.NOTHING, NOON);

    CompletionStage<List<HeldRun>> taking = takingUp();
    CompletionStage<Void> ending =
        ground()
            .talks()
            .unitOfWork()
            .inTransaction(
                () ->
                    ground()
                        .runs()
                        .end(held.hold(), change, List.of(RunSignal.ended(change.now()))));

    boolean ended = succeeded(ending);
    boolean taken = valueOf(taking).stream().anyMatch(it -> it.run().id().equals(held.run().id()));
    assertThat(taken).isNotEqualTo(ended);
    assertThat(ground().kept(held.run().id()).status())
        .isEqualTo(ended ? RunStatus.EXPIRED : RunStatus.RUNNING);
    assertThat(stream(held.run().id())).hasSize(ended ? 1 : 0);
  }
}
