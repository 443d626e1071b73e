package dev.colloquy.run.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.colloquy.model.domain.Turn;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ContextWindowTest {

  /** Seven tokens as they are estimated. */
  private static Turn turn(String nineBytes) {
    return new Turn.Asked(nineBytes);
  }

  private static final List<Turn> TALK =
      List.of(turn("the first"), turn("thesecond"), turn("the third"));

  @Test
  void holdsTheWholeTalkWhereThereIsRoom() {
    assertThat(new ContextWindow(21).last(TALK)).isEqualTo(TALK);
  }

  @Test
  void leavesTheOldestOut() {
    assertThat(new ContextWindow(20).last(TALK)).isEqualTo(TALK.subList(1, 3));
    assertThat(new ContextWindow(13).last(TALK)).isEqualTo(TALK.subList(2, 3));
  }

  @Test
  void holdsTheVeryLastAlways() {
    assertThat(new ContextWindow(0).last(TALK)).isEqualTo(TALK.subList(2, 3));
    assertThat(new ContextWindow(-5).last(TALK)).isEqualTo(TALK.subList(2, 3));
  }

  @Test
  void countsCharactersByTheirScript() {
    List<Turn> talk = List.of(turn("x"), turn("日本語"));

    assertThat(new ContextWindow(15).last(talk)).hasSize(2);
    assertThat(new ContextWindow(14).last(talk)).hasSize(1);
  }

  @Test
  void countsEveryKindOfTurn() {
    List<Turn> talk =
        List.of(
            new Turn.Instructed("the first"),
            new Turn.Answered("thesecond", List.of()),
            new Turn.ToolAnswered("1", "the third"),
            turn("thefourth"));

    assertThat(new ContextWindow(28).last(talk)).hasSize(4);
    assertThat(new ContextWindow(27).last(talk)).hasSize(3);
    assertThat(new ContextWindow(20).last(talk)).hasSize(2);
  }

  @Test
  void makesRoomForWhatIsAlwaysTold() {
    List<Turn> always = List.of(new Turn.Instructed("be brief."));

    assertThat(new ContextWindow(22).last(always, TALK))
        .containsExactly(always.getFirst(), TALK.get(1), TALK.get(2));
    assertThat(new ContextWindow(0).last(always, TALK))
        .containsExactly(always.getFirst(), TALK.get(2));
  }

  @Test
  void holdsNothingOfNothing() {
    assertThat(new ContextWindow(9).last(List.of())).isEmpty();
  }
}
