package dev.colloquy.model.adapter.llm;

import dev.colloquy.model.domain.Turn;
import dev.colloquy.model.domain.Turn.Answered;
import dev.colloquy.model.domain.Turn.Asked;
import dev.colloquy.model.domain.Turn.Instructed;
import dev.colloquy.model.domain.Turn.ToolAnswered;
import java.util.ArrayList;
import java.util.List;

/**
 * What matters of a talk to whoever answers by a script.
 *
 * @param question what a person said last; empty where nobody said anything
 * @param rounds how often tools were asked for since
 * @param result what the tools of the last round came to
 */
record Talk(String question, int rounds, String result) {

  static Talk of(List<Turn> turns) {
    String question = "";
    int rounds = 0;
    List<String> results = new ArrayList<>();
    for (Turn turn : turns) {
      switch (turn) {
        case Instructed instructed -> {}
        case Asked(String text) -> {
          question = text;
          rounds = 0;
          results.clear();
        }
        case Answered answered when answered.tools().isEmpty() -> {}
        case Answered answered -> {
          rounds++;
          results.clear();
        }
        case ToolAnswered(String request, String text) -> results.add(text);
      }
    }
    return new Talk(question, rounds, String.join(", ", results));
  }
}
