package dev.colloquy.identity.adapter.rest;

import dev.colloquy.shared.adapter.rest.body.Fields;
import dev.colloquy.shared.adapter.rest.body.JsonBody;
import dev.colloquy.shared.domain.Metadata;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whatever clients want to keep with an account; the body is the preferences themselves. */
@Schema(implementation = Object.class)
record PreferencesRequest(Metadata preferences) implements JsonBody {

  static PreferencesRequest from(Fields fields) {
    return new PreferencesRequest(new Metadata(fields.all()));
  }
}
