package dev.colloquy.identity.adapter.rest;

import dev.colloquy.identity.domain.DisplayName;
import dev.colloquy.identity.domain.Email;
import dev.colloquy.identity.domain.Password;
import dev.colloquy.identity.domain.port.in.SetUpAdministrator;
import dev.colloquy.shared.adapter.rest.body.Fields;
import dev.colloquy.shared.adapter.rest.body.Json;
import dev.colloquy.shared.adapter.rest.body.JsonBody;
import dev.colloquy.shared.domain.Origin;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who wants to be the first administrator, and the token that says he may. */
record SetupRequest(
    String token,
    @Schema(implementation = String.class, format = "email", maxLength = 254) Email email,
    @Schema(implementation = String.class, minLength = 1, maxLength = 100) DisplayName name,
    @Schema(implementation = String.class, format = "password", minLength = 8, maxLength = 128)
        Password password)
    implements JsonBody {

  static SetupRequest from(Fields fields) {
    return new SetupRequest(
        fields.required("token", Json.text()),
        fields.required("email", Email::new),
        fields.required("name", DisplayName::new),
        fields.required("password", Password::chosen));
  }

  SetUpAdministrator.Command command(Origin origin) {
    return new SetUpAdministrator.Command(origin, token.strip(), email, name, password);
  }
}
