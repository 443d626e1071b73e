package dev.colloquy.identity.adapter.rest;

import dev.colloquy.identity.domain.RefreshToken;
import dev.colloquy.shared.adapter.rest.body.Fields;
import dev.colloquy.shared.adapter.rest.body.JsonBody;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A refresh token to be exchanged. */
record RefreshRequest(@Schema(implementation = String.class) RefreshToken refreshToken)
    implements JsonBody {

  static RefreshRequest from(Fields fields) {
    return new RefreshRequest(fields.required("refresh_token", RefreshToken::new));
  }
}
