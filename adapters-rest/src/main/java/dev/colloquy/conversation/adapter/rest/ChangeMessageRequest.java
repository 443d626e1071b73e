package dev.colloquy.conversation.adapter.rest;

import dev.colloquy.conversation.domain.Content;
import dev.colloquy.conversation.domain.MessagePatch;
import dev.colloquy.shared.adapter.rest.body.Fields;
import dev.colloquy.shared.adapter.rest.body.JsonBody;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A change of a message; what is not mentioned stays, metadata is merged. */
record ChangeMessageRequest(
    @Schema(implementation = String.class, minLength = 1) Optional<Content> content,
    @Schema(implementation = Object.class) Optional<Map<String, @Nullable Object>> metadata)
    implements JsonBody {

  static ChangeMessageRequest from(Fields fields) {
    return new ChangeMessageRequest(fields.change("content", Content::new), fields.metadataPatch());
  }

  MessagePatch patch() {
    return new MessagePatch(content, metadata);
  }
}
