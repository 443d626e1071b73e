package dev.colloquy.conversation.adapter.rest;

import dev.colloquy.conversation.domain.MyConversation;
import dev.colloquy.shared.adapter.rest.answer.Answers;
import dev.colloquy.shared.adapter.rest.request.Query;
import dev.colloquy.shared.domain.ConversationId;
import org.jboss.resteasy.reactive.RestResponse;

/** How resources read a conversation's id and show a conversation. */
final class ConversationAnswers {

  private ConversationAnswers() {}

  static ConversationId id(String id) {
    return Query.pathId("conversation", id, ConversationId::new);
  }

  static RestResponse<ConversationView> shown(MyConversation mine) {
    return Answers.ok(ConversationView.of(mine), mine.conversation().version());
  }

  static RestResponse<ConversationView> created(MyConversation mine) {
    return Answers.created(
        "/api/v1/conversations/" + mine.conversation().id(),
        ConversationView.of(mine),
        mine.conversation().version());
  }
}
