package dev.colloquy.identity.adapter.rest;

import dev.colloquy.identity.domain.Password;
import dev.colloquy.shared.adapter.rest.body.Fields;
import dev.colloquy.shared.adapter.rest.body.JsonBody;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The password as it is and as it shall be. */
record ChangePasswordRequest(
    @Schema(implementation = String.class, format = "password") Password currentPassword,
    @Schema(implementation = String.class, format = "password", minLength = 8, maxLength = 128)
        Password newPassword)
    implements JsonBody {

  static ChangePasswordRequest from(Fields fields) {
    return new ChangePasswordRequest(
        fields.required("current_password", Password::offered),
        fields.required("new_password", Password::chosen));
  }
}
