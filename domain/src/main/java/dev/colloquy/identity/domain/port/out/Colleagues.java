package dev.colloquy.identity.domain.port.out;

import dev.colloquy.identity.domain.Colleague;
import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.Page;
import dev.colloquy.shared.domain.PageRequest;
import dev.colloquy.shared.domain.UserId;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * Who shares a workspace with whom. A user is his own colleague; a key that is bound to a workspace
 * knows only those who are in that one.
 */
public interface Colleagues {

  /**
   * The actor's colleagues whose name or username contains the text, without regard to case, by
   * username; all of them for an empty text.
   */
  CompletionStage<Page<Colleague>> search(Actor.OfUser actor, String text, PageRequest page);

  /** One colleague; empty for everybody else. */
  CompletionStage<Optional<Colleague>> find(Actor.OfUser actor, UserId user);
}
