package dev.colloquy.identity.adapter.rest;

import dev.colloquy.identity.domain.DisplayName;
import dev.colloquy.identity.domain.Email;
import dev.colloquy.identity.domain.Password;
import dev.colloquy.identity.domain.Username;
import dev.colloquy.identity.domain.port.in.Register;
import dev.colloquy.shared.adapter.rest.body.Fields;
import dev.colloquy.shared.adapter.rest.body.JsonBody;
import dev.colloquy.shared.domain.Origin;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who wants an account. */
record RegisterRequest(
    @Schema(implementation = String.class, format = "email", maxLength = 254) Email email,
    @Schema(
            implementation = String.class,
            required = false,
            minLength = 3,
            maxLength = 255,
            pattern = "^[A-Za-z][A-Za-z0-9_]*$",
            description = "Derived from the email address when missing.")
        Optional<Username> username,
    @Schema(implementation = String.class, minLength = 1, maxLength = 100) DisplayName name,
    @Schema(
            implementation = String.class,
            format = "password",
            minLength = 8,
            maxLength = 128,
            description = "Common passwords are refused.")
        Password password)
    implements JsonBody {

  static RegisterRequest from(Fields fields) {
    return new RegisterRequest(
        fields.required("email", Email::new),
        fields.optional("username", Username::new),
        fields.required("name", DisplayName::new),
        fields.required("password", Password::chosen));
  }

  Register.Command command(Origin origin) {
    return new Register.Command(origin, email, username, name, password);
  }
}
