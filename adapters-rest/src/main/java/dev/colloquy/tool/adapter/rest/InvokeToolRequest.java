package dev.colloquy.tool.adapter.rest;

import dev.colloquy.shared.adapter.rest.body.Fields;
import dev.colloquy.shared.adapter.rest.body.Json;
import dev.colloquy.shared.adapter.rest.body.JsonBody;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a tool is called with. */
record InvokeToolRequest(
    @Schema(implementation = Object.class, examples = "{\"expression\":\"6 * 7\"}")
        String arguments)
    implements JsonBody {

  static InvokeToolRequest from(Fields fields) {
    return new InvokeToolRequest(fields.required("arguments", Json.source()));
  }
}
