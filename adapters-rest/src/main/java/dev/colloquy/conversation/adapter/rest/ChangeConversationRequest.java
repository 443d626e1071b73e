package dev.colloquy.conversation.adapter.rest;

import dev.colloquy.conversation.domain.ConversationPatch;
import dev.colloquy.conversation.domain.Modality;
import dev.colloquy.conversation.domain.Topic;
import dev.colloquy.shared.adapter.rest.body.Fields;
import dev.colloquy.shared.adapter.rest.body.JsonBody;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A partial change; what is not mentioned stays, metadata is merged. */
record ChangeConversationRequest(
    @Schema(implementation = String.class, minLength = 1, maxLength = 200) Optional<Topic> topic,
    @Schema(implementation = String.class) Optional<Modality> modality,
    @Schema(implementation = Object.class) Optional<Map<String, @Nullable Object>> metadata)
    implements JsonBody {

  static ChangeConversationRequest from(Fields fields) {
    return new ChangeConversationRequest(
        ConversationFields.topicChange(fields),
        fields.change("modality", Modality::new),
        fields.metadataPatch());
  }

  ConversationPatch patch() {
    return new ConversationPatch(topic, modality, metadata);
  }
}
