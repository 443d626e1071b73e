package dev.colloquy.conversation.application;

import dev.colloquy.conversation.domain.ConversationRight;
import dev.colloquy.conversation.domain.Message;
import dev.colloquy.conversation.domain.MessageId;
import dev.colloquy.conversation.domain.MessageWindow;
import dev.colloquy.conversation.domain.Revision;
import dev.colloquy.conversation.domain.Standing;
import dev.colloquy.conversation.domain.port.in.BrowseMessages;
import dev.colloquy.conversation.domain.port.out.MessageLog;
import dev.colloquy.conversation.domain.port.out.MessageLog.Listing;
import dev.colloquy.conversation.domain.port.out.Messages;
import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.CommonException.AccessDenied;
import dev.colloquy.shared.domain.CommonException.NotFound;
import dev.colloquy.shared.domain.ConversationId;
import dev.colloquy.shared.domain.Page;
import dev.colloquy.shared.domain.PageRequest;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Reads messages for participants. */
public final class BrowseMessagesHandler implements BrowseMessages {

  private final ConversationAccess access;
  private final MessageLog log;
  private final Messages messages;

  public BrowseMessagesHandler(ConversationAccess access, MessageLog log, Messages messages) {
    this.access = access;
    this.log = log;
    this.messages = messages;
  }

  @Override
  public CompletionStage<Page<Message>> list(
      Actor.OfUser actor, ConversationId conversation, MessageWindow window, int limit) {
    try {
      Standing.demandScope(actor, ConversationRight.READ);
    } catch (AccessDenied refusal) {
      return CompletableFuture.failedFuture(refusal);
    }
    return log.list(actor, conversation, window, limit).thenApply(BrowseMessagesHandler::listed);
  }

  @Override
  public CompletionStage<Message> get(
      Actor.OfUser actor, ConversationId conversation, MessageId message) {
    return access
        .toRead(actor, conversation)
        .thenCompose(readable -> messages.find(conversation, message))
        .thenApply(found -> found.orElseThrow(() -> new NotFound("message")));
  }

  @Override
  public CompletionStage<Page<Revision>> revisions(
      Actor.OfUser actor, ConversationId conversation, MessageId message, PageRequest page) {
    return get(actor, conversation, message)
        .thenCompose(readable -> messages.revisions(message, page));
  }

  private static Page<Message> listed(Listing listing) {
    return switch (listing) {
      case Listing.Listed(var messages) -> messages;
      case MessageLog.NotFound() -> throw new NotFound("conversation");
      case MessageLog.NotParticipant() -> throw Standing.notParticipant();
    };
  }
}
