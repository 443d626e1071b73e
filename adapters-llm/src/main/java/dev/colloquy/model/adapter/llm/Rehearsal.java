package dev.colloquy.model.adapter.llm;

import dev.colloquy.model.domain.ModelCall;
import dev.colloquy.model.domain.Turn;
import dev.colloquy.model.domain.Turn.Answered;
import dev.colloquy.model.domain.Turn.Asked;
import dev.colloquy.model.domain.Turn.Instructed;
import dev.colloquy.model.domain.Turn.ToolAnswered;

/**
 * The model that is built in: answers by the script in the question, or with a few words of its
 * own. The same call has the same answer, word by word; a word counts as a token.
 */
final class Rehearsal {

  private Rehearsal() {}

  static Source source(ModelCall call, Outlet outlet) {
    return new Performance(
        outlet,
        Script.of(call),
        call.turns().stream().mapToLong(Rehearsal::words).sum(),
        call.maxTokens(),
        call.patience());
  }

  private static long words(Turn turn) {
    return Words.count(
        switch (turn) {
          case Instructed(String text) -> text;
          case Asked(String text) -> text;
          case Answered answered -> answered.text();
          case ToolAnswered(String request, String text) -> text;
        });
  }
}
