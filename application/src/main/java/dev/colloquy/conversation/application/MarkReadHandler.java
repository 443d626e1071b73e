package dev.colloquy.conversation.application;

import dev.colloquy.conversation.domain.Activity;
import dev.colloquy.conversation.domain.Conversation;
import dev.colloquy.conversation.domain.ReadMarker;
import dev.colloquy.conversation.domain.port.in.MarkRead;
import dev.colloquy.conversation.domain.port.out.ConversationReadModel;
import dev.colloquy.conversation.domain.port.out.Messages;
import dev.colloquy.conversation.domain.port.out.ReadMarkers;
import dev.colloquy.shared.domain.CommonException.ValidationError;
import dev.colloquy.shared.domain.UserId;
import dev.colloquy.shared.domain.port.out.UnitOfWork;
import java.time.Clock;
import java.util.concurrent.CompletionStage;

/** Moves read markers. */
public final class MarkReadHandler implements MarkRead {

  private final UnitOfWork unitOfWork;
  private final ConversationAccess access;
  private final Messages messages;
  private final ConversationReadModel readModel;
  private final ReadMarkers markers;
  private final Clock clock;

  public MarkReadHandler(
      UnitOfWork unitOfWork,
      ConversationAccess access,
      Messages messages,
      ConversationReadModel readModel,
      ReadMarkers markers,
      Clock clock) {
    this.unitOfWork = unitOfWork;
    this.access = access;
    this.messages = messages;
    this.readModel = readModel;
    this.markers = markers;
    this.clock = clock;
  }

  @Override
  public CompletionStage<Void> handle(Command command) {
    UserId user = command.actor().user();
    return unitOfWork.inTransaction(
        () ->
            messages
                .hold(command.conversation(), user)
                .thenCompose(held -> access.toWrite(command.actor(), command.conversation()))
                .thenCompose(conversation -> moved(command, user, conversation)));
  }

  private CompletionStage<Void> moved(Command command, UserId user, Conversation conversation) {
    return readModel
        .activityOf(conversation.id(), user)
        .thenAccept(activity -> demandPlace(command.seq(), activity))
        .thenCompose(exists -> markers.find(conversation.id(), user))
        .thenApply(found -> found.orElse(new ReadMarker(conversation.id(), user, 0)))
        .thenApply(
            it -> it.to(command.actor(), conversation.home(), command.seq(), clock.instant()))
        .thenCompose(markers::put);
  }

  private static void demandPlace(long seq, Activity activity) {
    if (seq > activity.messageCount()) {
      throw ValidationError.at("/seq", "must not be after the last message");
    }
  }
}
