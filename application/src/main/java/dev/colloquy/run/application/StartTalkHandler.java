package dev.colloquy.run.application;

import dev.colloquy.conversation.domain.port.in.StartConversation;
import dev.colloquy.run.domain.Run;
import dev.colloquy.run.domain.port.in.StartRun;
import dev.colloquy.run.domain.port.in.StartTalk;
import dev.colloquy.shared.domain.port.out.UnitOfWork;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** Starts conversations with models. */
public final class StartTalkHandler implements StartTalk {

  private final UnitOfWork unitOfWork;
  private final StartConversation conversations;
  private final StartRun runs;

  public StartTalkHandler(UnitOfWork unitOfWork, StartConversation conversations, StartRun runs) {
    this.unitOfWork = unitOfWork;
    this.conversations = conversations;
    this.runs = runs;
  }

  @Override
  public CompletionStage<Run> handle(Command command) {
    return unitOfWork.inTransaction(
        () ->
            conversations
                .handle(
                    new StartConversation.Command(
                        command.actor(), command.workspace(), command.draft(), List.of()))
                .thenApply(mine -> command.question().apply(mine.conversation().id()))
                .thenCompose(runs::handle));
  }
}
