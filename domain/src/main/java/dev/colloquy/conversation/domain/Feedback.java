package dev.colloquy.conversation.domain;

import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.Change;
import dev.colloquy.shared.domain.InvalidValue;
import dev.colloquy.shared.domain.Texts;
import dev.colloquy.shared.domain.UserId;
import dev.colloquy.shared.domain.WorkspaceId;
import java.time.Instant;
import java.util.Optional;

/**
 * What somebody thinks of a message.
 *
 * @param rating from 1 to 5
 * @param comment in 1 to 2,000 characters
 */
public record Feedback(int rating, Optional<String> comment) {

  public Feedback {
    if (rating < 1 || rating > 5) {
      throw new InvalidValue("must be from 1 to 5");
    }
    comment.ifPresent(Feedback::checkedComment);
  }

  /** Returns the comment when it may be one. */
  public static String checkedComment(String comment) {
    return Texts.checked(comment, 1, 2000);
  }

  /** Gives it in place of what the user thought before; the same is no change. */
  public Change<Feedback> inPlaceOf(
      Optional<Feedback> before,
      Actor actor,
      UserId user,
      WorkspaceId workspace,
      Message message,
      Instant now) {
    return before.filter(this::equals).isPresent()
        ? Change.nothing(this)
        : Change.of(this, new MessageEvent.Rated(actor, now, workspace, message, user, this));
  }
}
