package dev.colloquy.conversation.adapter.rest;

import dev.colloquy.conversation.domain.MessageId;
import dev.colloquy.conversation.domain.Topic;
import dev.colloquy.shared.adapter.rest.body.Fields;
import dev.colloquy.shared.adapter.rest.body.Json;
import dev.colloquy.shared.adapter.rest.body.JsonBody;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** From where to fork, by default from the end, and under which topic, by default the same. */
record ForkRequest(
    @Schema(implementation = String.class, format = "uuid", required = false)
        Optional<MessageId> messageId,
    @Schema(implementation = String.class, minLength = 1, maxLength = 200, required = false)
        Optional<Topic> topic)
    implements JsonBody {

  static ForkRequest from(Fields fields) {
    return new ForkRequest(
        fields.optional("message_id", Json.id(MessageId::new)),
        fields.optional("topic", Topic::new));
  }
}
