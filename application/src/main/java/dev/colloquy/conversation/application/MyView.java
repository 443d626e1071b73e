package dev.colloquy.conversation.application;

import dev.colloquy.conversation.domain.Conversation;
import dev.colloquy.conversation.domain.MyConversation;
import dev.colloquy.conversation.domain.port.out.ConversationReadModel;
import dev.colloquy.shared.domain.Actor;
import java.util.concurrent.CompletionStage;

/** Adds to a conversation what goes on in it, for one reader. */
public final class MyView {

  private final ConversationReadModel readModel;

  public MyView(ConversationReadModel readModel) {
    this.readModel = readModel;
  }

  CompletionStage<MyConversation> of(Actor.OfUser reader, Conversation conversation) {
    return readModel
        .activityOf(conversation.id(), reader.user())
        .thenApply(activity -> new MyConversation(conversation, activity));
  }
}
