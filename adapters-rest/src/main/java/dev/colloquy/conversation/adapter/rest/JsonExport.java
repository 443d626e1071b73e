package dev.colloquy.conversation.adapter.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** A conversation and its messages as the API shows them. */
final class JsonExport implements ExportFormat {

  private final ObjectMapper json;

  JsonExport(ObjectMapper json) {
    this.json = json;
  }

  @Override
  public String contentType() {
    return "application/json";
  }

  @Override
  public String begin(ConversationView conversation) {
    return "{\"conversation\":" + written(conversation) + ",\"messages\":[";
  }

  @Override
  public String message(MessageView message) {
    return (message.seq() == 1 ? "\n" : ",\n") + written(message);
  }

  @Override
  public String end() {
    return "\n]}\n";
  }

  private String written(Object view) {
    try {
      return json.writeValueAsString(view);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a view that JSON cannot show", e);
    }
  }
}
