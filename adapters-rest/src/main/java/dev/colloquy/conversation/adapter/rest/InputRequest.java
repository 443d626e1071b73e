package dev.colloquy.conversation.adapter.rest;

import dev.colloquy.conversation.domain.Content;
import dev.colloquy.conversation.domain.port.in.TakeInput;
import dev.colloquy.shared.adapter.rest.body.Fields;
import dev.colloquy.shared.adapter.rest.body.Json;
import dev.colloquy.shared.adapter.rest.body.JsonBody;
import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.ConversationId;
import dev.colloquy.shared.domain.Metadata;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a person says, wherever it belongs. */
record InputRequest(
    @Schema(implementation = String.class, minLength = 1, examples = "Remember the milk")
        Content content,
    @Schema(implementation = String.class, format = "uuid", required = false)
        Optional<ConversationId> conversationId,
    @Schema(implementation = Object.class, required = false) Metadata metadata)
    implements JsonBody {

  static InputRequest from(Fields fields) {
    return new InputRequest(
        fields.required("content", Content::new),
        fields.optional("conversation_id", Json.id(ConversationId::new)),
        fields.metadata());
  }

  TakeInput.Command command(Actor.OfUser actor) {
    return new TakeInput.Command(actor, content, conversationId, metadata);
  }
}
