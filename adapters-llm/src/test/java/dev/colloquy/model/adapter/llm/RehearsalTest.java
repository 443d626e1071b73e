package dev.colloquy.model.adapter.llm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.colloquy.model.domain.FinishReason;
import dev.colloquy.model.domain.ModelCall;
import dev.colloquy.model.domain.ModelCallFailed.Fault;
import dev.colloquy.model.domain.ModelEvent;
import dev.colloquy.model.domain.ModelEvent.Finished;
import dev.colloquy.model.domain.ModelEvent.Said;
import dev.colloquy.model.domain.ModelEvent.ToolAsked;
import dev.colloquy.model.domain.ToolRequest;
import dev.colloquy.model.domain.Turn;
import dev.colloquy.model.domain.Turn.Answered;
import dev.colloquy.model.domain.Turn.Asked;
import dev.colloquy.model.domain.Turn.ToolAnswered;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class RehearsalTest {

  private final Vertx vertx = Vertx.vertx();
  private final VertxLanguageModel model =
      new VertxLanguageModel(vertx, Calls.RULES, Calls.circuits());

  @AfterEach
  void stop() {
    vertx.close();
  }

  @Test
  void saysNoMoreThanIsAskedFor() {
    Reader reader = Reader.of(model.answer(Calls.rehearsal("/words 10")), 3);

    reader.awaitPieces(3);
    reader.request(1);
    reader.awaitPieces(4);

    assertThat(reader.text()).isEqualTo("every word of this ");
    assertThat(reader.hasEnded()).isFalse();
  }

  @Test
  void saysTheSameAgain() {
    ModelCall call = Calls.rehearsal("What is the difference between a port and an adapter?");

    Reader once = Reader.of(model.answer(call)).awaitEnd();
    Reader again = Reader.of(model.answer(call)).awaitEnd();

    assertThat(again.pieces).isEqualTo(once.pieces);
    assertThat(once.pieces).filteredOn(Said.class::isInstance).hasSizeGreaterThan(10);
    assertThat(once.text()).contains("the difference between a port");
  }

  @Test
  void dripsItsWordsOneByOne() {
    long start = System.nanoTime();

    Reader reader = Reader.of(model.answer(Calls.rehearsal("/drip 40ms\n/words 5"))).awaitEnd();

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(195));
    assertThat(reader.text()).isEqualTo("every word of this answer");
  }

  @Test
  void isGivenUpWhereItStallsForTooLong() {
    ModelCall call =
        Calls.rehearsal(List.of(new Asked("/say Well\n/stall")), Duration.ofMillis(50));

    Reader reader = Reader.of(model.answer(call));

    assertThat(reader.callFailure().fault()).isEqualTo(Fault.TIMEOUT);
    assertThat(reader.text()).isEqualTo("Well");
    assertThat(reader.ends).hasValue(1);
  }

  @Test
  void isGivenUpWhereItWaitsForTooLongAndNotWhereItWaitsALittle() {
    Duration patience = Duration.ofMillis(200);
    ModelCall little = Calls.rehearsal(List.of(new Asked("/wait 20ms\n/say done")), patience);
    ModelCall tooLong = Calls.rehearsal(List.of(new Asked("/wait 30s\n/say done")), patience);

    Reader patient = Reader.of(model.answer(little)).awaitEnd();
    Reader impatient = Reader.of(model.answer(tooLong));

    assertThat(patient.text()).isEqualTo("done");
    assertThat(impatient.callFailure().fault()).isEqualTo(Fault.TIMEOUT);
  }

  @Test
  void saysNothingAfterItWasCancelled() {
    Reader stalling = Reader.of(model.answer(Calls.rehearsal("/say Well\n/wait 50ms\n/words 9")));
    stalling.awaitPieces(1);

    stalling.cancel();
    Reader later = Reader.of(model.answer(Calls.rehearsal("/wait 150ms\n/say later"))).awaitEnd();

    assertThat(later.text()).isEqualTo("later");
    assertThat(stalling.pieces).containsExactly(new Said("Well"));
    assertThat(stalling.hasEnded()).isFalse();
  }

  @Test
  void letsOthersSpeakWhileItGivesALongAnswer() {
    List<String> order = new ArrayList<>();

    vertx.runOnContext(
        ignored -> {
          Reader longOne = Reader.of(model.answer(Calls.rehearsal("/words 100000")));
          vertx.runOnContext(now -> order.add(longOne.hasEnded() ? "after" : "between"));
          vertx.setPeriodic(5, id -> order.add(longOne.hasEnded() ? "end" : "wait"));
        });
    Reader.of(model.answer(Calls.rehearsal("/wait 1ms"))).await(() -> order.contains("end"));

    assertThat(order.getFirst()).isEqualTo("between");
  }

  @Test
  void stopsWhereItMaySayNoMore() {
    ModelCall unlimited = Calls.rehearsal("/words 10");
    ModelCall limited =
        new ModelCall(
            unlimited.endpoint(),
            unlimited.model(),
            unlimited.turns(),
            List.of(),
            Optional.empty(),
            Optional.of(4),
            unlimited.patience());

    Reader reader = Reader.of(model.answer(limited)).awaitEnd();

    assertThat(reader.text().strip()).isEqualTo("every word of this");
    assertThat(reader.pieces.getLast()).isEqualTo(new Finished(FinishReason.LENGTH));
  }

  @Test
  void goesRoundByRoundThroughItsTools() {
    Asked question = new Asked("/tool first\n/think hm\n/tool second\n/say {result}!");

    List<ModelEvent> first = answer(question);
    List<ModelEvent> second = answer(question, round("a"), result("one"));
    List<ModelEvent> third = answer(question, round("a"), result("one"), round("b"), result("two"));

    assertThat(asked(first)).containsExactly("first");
    assertThat(asked(second)).containsExactly("second");
    assertThat(third).first().isEqualTo(new Said("two!"));
  }

  @Test
  void asksForEverWhereItIsToldTo() {
    Asked question = new Asked("/tool first\n/again");

    List<ModelEvent> third = answer(question, round("a"), result("one"), round("b"), result("two"));

    assertThat(asked(third)).containsExactly("first");
  }

  @Test
  void listensToTheLastQuestionAlone() {
    List<ModelEvent> pieces =
        answer(new Asked("/fail broken"), new Answered("so?", List.of()), new Asked("/say fine"));

    assertThat(pieces).first().isEqualTo(new Said("fine"));
  }

  @Test
  void hasAnAnswerToNoQuestion() {
    assertThat(answer()).first().isEqualTo(new Said("There "));
  }

  private List<ModelEvent> answer(Turn... turns) {
    return Reader.of(model.answer(Calls.rehearsal(List.of(turns), Calls.PATIENCE)))
        .awaitEnd()
        .pieces;
  }

  private static Turn round(String id) {
    return new Answered("", List.of(new ToolRequest(id, "tool", "{}")));
  }

  private static Turn result(String text) {
    return new ToolAnswered("id", text);
  }

  private static List<String> asked(List<ModelEvent> pieces) {
    return pieces.stream()
        .filter(ToolAsked.class::isInstance)
        .map(it -> ((ToolAsked) it).request().name())
        .toList();
  }
}
