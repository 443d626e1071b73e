package dev.colloquy.run.domain;

import dev.colloquy.model.domain.TokenUsage;
import dev.colloquy.model.domain.ToolOffer;
import dev.colloquy.model.domain.ToolRequest;
import dev.colloquy.model.domain.Turn;
import dev.colloquy.model.domain.port.in.AskModel.Question;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How much a model takes in. Tokens are {@linkplain TokenEstimate estimated} from above, and a few
 * more for each turn: a prompt that is a little too short is better than one that is refused.
 *
 * @param tokens how many it takes in at the most
 */
public record ContextWindow(int tokens) {

  private static final int TOKENS_A_TURN = 4;

  /** As many of the last turns as there is room for; the very last always. */
  public List<Turn> last(List<Turn> turns) {
    return last(List.of(), turns);
  }

  /** Some turns in any case, and as many of the last ones as there is room for beside them. */
  public List<Turn> last(List<Turn> always, List<Turn> turns) {
    return last(always, turns, List.of());
  }

  /** The same, with some more turns in any case after them. */
  public List<Turn> last(List<Turn> always, List<Turn> turns, List<Turn> after) {
    Deque<Turn> kept = new ArrayDeque<>();
    long room =
        tokens
            - Stream.concat(always.stream(), after.stream())
                .mapToLong(ContextWindow::estimate)
                .sum();
    for (Turn turn : turns.reversed()) {
      room -= estimate(turn);
      if (room < 0 && !kept.isEmpty()) {
        break;
      }
      kept.addFirst(turn);
    }
    return Stream.of(always, kept, after).flatMap(Collection::stream).toList();
  }

  /** What a question takes at the most: its prompt, tools included, and the longest answer. */
  public static TokenUsage needed(Question question) {
    long turns = question.turns().stream().mapToLong(ContextWindow::estimate).sum();
    long tools = question.tools().stream().mapToLong(ContextWindow::estimate).sum();
    return new TokenUsage(turns + tools, question.maxTokens());
  }

  /** How many tokens a text is at the most. */
  public static long estimate(String text) {
    return TokenEstimate.of(text);
  }

  private static long estimate(ToolOffer tool) {
    return TOKENS_A_TURN
        + estimate(tool.name())
        + estimate(tool.description())
        + estimate(tool.parameters());
  }

  private static long estimate(Turn turn) {
    String text =
        switch (turn) {
          case Turn.Instructed(var said) -> said;
          case Turn.Asked(var said) -> said;
          case Turn.Answered(var said, var tools) ->
              tools.stream().map(ToolRequest::arguments).collect(Collectors.joining("", said, ""));
          case Turn.ToolAnswered(var request, var said) -> said;
        };
    return TOKENS_A_TURN + estimate(text);
  }
}
