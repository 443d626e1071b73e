package dev.colloquy.conversation.adapter.rest;

import dev.colloquy.conversation.domain.Content;
import dev.colloquy.conversation.domain.MessageId;
import dev.colloquy.conversation.domain.MessageRole;
import dev.colloquy.conversation.domain.RequestKey;
import dev.colloquy.conversation.domain.port.in.PostMessage;
import dev.colloquy.shared.adapter.rest.body.Fields;
import dev.colloquy.shared.adapter.rest.body.Json;
import dev.colloquy.shared.adapter.rest.body.JsonBody;
import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.ConversationId;
import dev.colloquy.shared.domain.Metadata;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Something to be said. */
record PostMessageRequest(
    @Schema(implementation = String.class, minLength = 1, examples = "What is left to do?")
        Content content,
    @Schema(
            implementation = String.class,
            enumeration = {"user"},
            defaultValue = "user",
            required = false)
        Optional<MessageRole> role,
    @Schema(implementation = String.class, format = "uuid", required = false)
        Optional<MessageId> parentId,
    @Schema(implementation = Object.class, required = false) Metadata metadata)
    implements JsonBody {

  static PostMessageRequest from(Fields fields) {
    return new PostMessageRequest(
        fields.required("content", Content::new),
        fields.optional("role", Json.oneOf(MessageRole.class)),
        fields.optional("parent_id", Json.id(MessageId::new)),
        fields.metadata());
  }

  PostMessage.Command command(
      Actor.OfUser actor, ConversationId conversation, Optional<RequestKey> key) {
    return new PostMessage.Command(
        actor, conversation, content, role.orElse(MessageRole.USER), parentId, metadata, key);
  }
}
