package dev.colloquy.run.domain.port.in;

import dev.colloquy.run.domain.Summary;
import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.ConversationId;
import java.util.concurrent.CompletionStage;

/** Sums conversations up; for whoever may let models speak there. */
public interface SummarizeConversation {

  /**
   * The summary of all that was said until now; written by a model where something was since the
   * last one, on the account of who asks. Fails with {@code NotFound}, {@code AccessDenied}, {@code
   * Archived}, {@code NoModel}, {@code QuotaExceeded}, with {@code ModelFailed} where the model
   * came to nothing, and with {@code ValidationError} where nothing was said yet.
   */
  CompletionStage<Summary> handle(Actor.OfUser actor, ConversationId conversation);

  /** The last one that was written, for whoever may read there. Fails with {@code NotFound}. */
  CompletionStage<Summary> last(Actor.OfUser actor, ConversationId conversation);
}
