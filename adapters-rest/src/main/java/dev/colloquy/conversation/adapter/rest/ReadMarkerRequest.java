package dev.colloquy.conversation.adapter.rest;

import dev.colloquy.shared.adapter.rest.body.Fields;
import dev.colloquy.shared.adapter.rest.body.Json;
import dev.colloquy.shared.adapter.rest.body.JsonBody;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How far somebody has read; 0 makes everything unread. */
record ReadMarkerRequest(@Schema(minimum = "0", examples = "42") Long seq) implements JsonBody {

  static ReadMarkerRequest from(Fields fields) {
    return new ReadMarkerRequest(fields.required("seq", Json.whole(0L, Long.MAX_VALUE)));
  }
}
