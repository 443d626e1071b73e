package dev.colloquy.conversation.adapter.rest;

import dev.colloquy.conversation.domain.ConversationDraft;
import dev.colloquy.conversation.domain.Modality;
import dev.colloquy.conversation.domain.Topic;
import dev.colloquy.shared.adapter.rest.body.Fields;
import dev.colloquy.shared.adapter.rest.body.JsonBody;
import dev.colloquy.shared.domain.Metadata;
import dev.colloquy.shared.domain.UserId;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A conversation to be started in the workspace that the path names; "title" may say the topic. */
record StartRequest(
    @Schema(implementation = String.class, minLength = 1, maxLength = 200, examples = "Launch plan")
        Topic topic,
    @Schema(implementation = String.class, defaultValue = "chat", required = false)
        Optional<Modality> modality,
    @Schema(implementation = String[].class, required = false) List<UserId> participantIds,
    @Schema(implementation = Object.class, required = false) Metadata metadata)
    implements JsonBody {

  static StartRequest from(Fields fields) {
    return new StartRequest(
        ConversationFields.topic(fields),
        fields.optional("modality", Modality::new),
        ConversationFields.participants(fields),
        fields.metadata());
  }

  ConversationDraft draft() {
    return ConversationFields.draft(topic, modality, metadata);
  }
}
