package dev.colloquy.identity.adapter.rest;

import dev.colloquy.identity.domain.LoginName;
import dev.colloquy.identity.domain.Password;
import dev.colloquy.shared.adapter.rest.body.Fields;
import dev.colloquy.shared.adapter.rest.body.JsonBody;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Name and password; the name is an email address or a username. */
record LoginRequest(
    @Schema(
            implementation = String.class,
            required = false,
            description = "Either this or username.")
        Optional<LoginName> email,
    @Schema(implementation = String.class, required = false, description = "Either this or email.")
        Optional<LoginName> username,
    @Schema(implementation = String.class, format = "password") Password password)
    implements JsonBody {

  static LoginRequest from(Fields fields) {
    if (fields.has("email") == fields.has("username")) {
      fields.refuse("email", "is required, or username instead; not both");
    }
    return new LoginRequest(
        fields.optional("email", LoginName::new),
        fields.optional("username", LoginName::new),
        fields.required("password", Password::offered));
  }

  LoginName name() {
    return email.or(() -> username).orElseThrow();
  }
}
