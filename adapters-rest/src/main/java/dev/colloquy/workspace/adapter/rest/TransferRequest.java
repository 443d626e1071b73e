package dev.colloquy.workspace.adapter.rest;

import dev.colloquy.shared.adapter.rest.body.Fields;
import dev.colloquy.shared.adapter.rest.body.Json;
import dev.colloquy.shared.adapter.rest.body.JsonBody;
import dev.colloquy.shared.domain.UserId;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who is to own the workspace. */
record TransferRequest(@Schema(implementation = UUID.class) UserId userId) implements JsonBody {

  static TransferRequest from(Fields fields) {
    return new TransferRequest(fields.required("user_id", Json.id(UserId::new)));
  }
}
