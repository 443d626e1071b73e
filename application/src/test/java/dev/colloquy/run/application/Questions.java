package dev.colloquy.run.application;

import dev.colloquy.conversation.domain.Content;
import dev.colloquy.conversation.domain.Conversation;
import dev.colloquy.run.domain.Importance;
import dev.colloquy.run.domain.OnConflict;
import dev.colloquy.run.domain.port.in.StartRun;
import dev.colloquy.shared.domain.Actor;
import java.util.List;
import java.util.Optional;

/** Commands that ask whichever model is usual, of whom nothing special is wanted. */
final class Questions {

  private Questions() {}

  static StartRun.Command how(Actor.OfUser who, Conversation where, OnConflict onConflict) {
    return of(who, where, List.of(new Content("How?")), Optional.empty(), onConflict);
  }

  /**
   * One that says something of its own.
   *
   * @param input nothing for what was said last
   * @param maxTokens how long the answer may be; the model's own limit where empty
   */
  static StartRun.Command of(
      Actor.OfUser who,
      Conversation where,
      List<Content> input,
      Optional<Integer> maxTokens,
      OnConflict onConflict) {
    return new StartRun.Command(
        who,
        where.id(),
        input,
        Optional.empty(),
        Optional.empty(),
        Importance.MEDIUM,
        Optional.empty(),
        maxTokens,
        onConflict,
        List.of());
  }
}
