package dev.colloquy.conversation.adapter.rest;

import dev.colloquy.conversation.domain.ConversationDraft;
import dev.colloquy.conversation.domain.Modality;
import dev.colloquy.conversation.domain.Topic;
import dev.colloquy.shared.adapter.rest.body.Fields;
import dev.colloquy.shared.adapter.rest.body.JsonBody;
import dev.colloquy.shared.domain.Metadata;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Everything about a conversation that its participants write; participants have a route apart. */
record ReplaceConversationRequest(
    @Schema(implementation = String.class, minLength = 1, maxLength = 200) Topic topic,
    @Schema(implementation = String.class, defaultValue = "chat", required = false)
        Optional<Modality> modality,
    @Schema(implementation = Object.class, required = false) Metadata metadata)
    implements JsonBody {

  static ReplaceConversationRequest from(Fields fields) {
    return new ReplaceConversationRequest(
        ConversationFields.topic(fields),
        fields.optional("modality", Modality::new),
        fields.metadata());
  }

  ConversationDraft draft() {
    return ConversationFields.draft(topic, modality, metadata);
  }
}
