package dev.colloquy.model.adapter.llm;

import java.util.List;

/** What the rehearsal says where no script tells it what to say. */
final class Improvised {

  private static final int REPEATED = 12;

  private Improvised() {}

  static String answer(Talk talk) {
    if (talk.rounds() > 0) {
      return "The tool answered: " + talk.result();
    }
    List<String> words = Words.of(talk.question().strip());
    if (words.isEmpty()) {
      return "There is nothing to answer yet.";
    }
    return "You said: “"
        + String.join("", words.subList(0, Math.min(REPEATED, words.size()))).strip()
        + (words.size() > REPEATED ? " …” " : "” ")
        + "This is the rehearsal, a model that is built in and works offline. "
        + "It thinks nothing of its own; give it a script, or choose another model.";
  }
}
