package dev.colloquy.run.domain.port.in;

import dev.colloquy.conversation.domain.ConversationDraft;
import dev.colloquy.run.domain.Run;
import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.ConversationId;
import dev.colloquy.shared.domain.WorkspaceId;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** Starts a conversation with a question to a model: both, or neither. */
public interface StartTalk {

  /** Fails as {@code StartConversation} and {@link StartRun} do. */
  CompletionStage<Run> handle(Command command);

  /**
   * What is to be talked about.
   *
   * @param question put to a model in the new conversation
   */
  record Command(
      Actor.OfUser actor,
      WorkspaceId workspace,
      ConversationDraft draft,
      Function<ConversationId, StartRun.Command> question) {}
}
