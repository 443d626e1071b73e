package dev.colloquy.run.adapter.rest;

import dev.colloquy.conversation.domain.Content;
import dev.colloquy.conversation.domain.MessageId;
import dev.colloquy.conversation.domain.MessageRole;
import dev.colloquy.run.domain.port.in.StartRun;
import dev.colloquy.shared.adapter.rest.body.Fields;
import dev.colloquy.shared.adapter.rest.body.Json;
import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.ConversationId;
import java.util.List;

/** A message that a model is to answer: the fields of both. */
record RunMessageRequest(
    Content content, MessageRole role, StartRun.Enclosure enclosure, RunRequest run) {

  static RunMessageRequest from(Fields fields) {
    return new RunMessageRequest(
        fields.required("content", Content::new),
        fields.optional("role", Json.oneOf(MessageRole.class)).orElse(MessageRole.USER),
        new StartRun.Enclosure(
            fields.optional("parent_id", Json.id(MessageId::new)), fields.metadata()),
        RunRequest.withoutInput(fields));
  }

  /** Fails with {@code AccessDenied} where the message is not one that people post. */
  StartRun.Command command(Actor.OfUser actor, ConversationId conversation) {
    role.demandPersons();
    return run.command(actor, conversation, List.of(content), enclosure);
  }
}
