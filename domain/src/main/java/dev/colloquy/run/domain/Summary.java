package dev.colloquy.run.domain;

import dev.colloquy.model.domain.ModelId;
import dev.colloquy.model.domain.Turn;
import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.Change;
import dev.colloquy.shared.domain.ConversationId;
import dev.colloquy.shared.domain.WorkspaceId;
import java.time.Instant;
import java.util.List;

/**
 * What was said in a conversation, in short: models are told it in place of the messages that it
 * stands for.
 *
 * @param upTo the place of the last message that it stands for
 * @param model who wrote it
 */
public record Summary(
    ConversationId conversation,
    WorkspaceId workspace,
    long upTo,
    SummaryText text,
    ModelId model,
    Instant writtenAt) {

  /** How many of the last messages a model is told in full, though a summary stands for them. */
  public static final int VERBATIM = 10;

  /** After how many messages that no summary stands for it is time for one. */
  public static final int MOST_MESSAGES = 20;

  /** After how many tokens of them, estimated. */
  public static final long MOST_TOKENS = 4_000;

  private static final String BEFORE = "What was said before, in short:\n\n";

  /** It is written, by whomever it was asked of. */
  public Change<Summary> written(Actor actor) {
    return Change.of(this, new SummaryEvent(actor, writtenAt, this));
  }

  /** As a model is told of it. */
  public Turn turn() {
    return new Turn.Instructed(BEFORE + text.told());
  }

  /**
   * Whether it is time for one.
   *
   * @param texts what was said that no summary stands for
   */
  public static boolean isDue(List<String> texts) {
    return texts.size() > MOST_MESSAGES
        || texts.stream().mapToLong(ContextWindow::estimate).sum() > MOST_TOKENS;
  }
}
