package dev.colloquy.conversation.adapter.rest;

import dev.colloquy.conversation.domain.Feedback;
import dev.colloquy.shared.adapter.rest.body.Fields;
import dev.colloquy.shared.adapter.rest.body.Json;
import dev.colloquy.shared.adapter.rest.body.JsonBody;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What somebody thinks of a message. */
record FeedbackRequest(
    @Schema(minimum = "1", maximum = "5", examples = "5") Integer rating,
    @Schema(implementation = String.class, maxLength = 2000, required = false)
        Optional<String> comment)
    implements JsonBody {

  static FeedbackRequest from(Fields fields) {
    return new FeedbackRequest(
        fields.required("rating", Json.whole(1, 5)),
        fields.optional("comment", Feedback::checkedComment));
  }

  Feedback feedback() {
    return new Feedback(rating, comment);
  }
}
