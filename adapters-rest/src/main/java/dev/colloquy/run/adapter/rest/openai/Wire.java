package dev.colloquy.run.adapter.rest.openai;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;

/** Writes this protocol's records as JSON. */
@ApplicationScoped
class Wire {

  private final ObjectMapper json;

  Wire(ObjectMapper json) {
    this.json = json;
  }

  String text(Object form) {
    try {
      return json.writeValueAsString(form);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a form that JSON cannot show", e);
    }
  }
}
