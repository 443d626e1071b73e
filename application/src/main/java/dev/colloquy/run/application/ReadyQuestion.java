package dev.colloquy.run.application;

import dev.colloquy.model.domain.Model;
import dev.colloquy.model.domain.TokenUsage;
import dev.colloquy.model.domain.port.in.AskModel;
import dev.colloquy.run.domain.ContextWindow;
import dev.colloquy.run.domain.Spent;

/** All that a model is told, as it can be put to it. */
record ReadyQuestion(Model model, AskModel.Question question) {

  /** What the answer takes at the most. */
  TokenUsage needed() {
    return ContextWindow.needed(question);
  }

  /** The same, with what it costs. */
  Spent dearest() {
    return Spent.of(model, needed());
  }
}
