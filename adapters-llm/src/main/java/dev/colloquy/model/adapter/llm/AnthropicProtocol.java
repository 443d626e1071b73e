package dev.colloquy.model.adapter.llm;

import com.fasterxml.jackson.databind.JsonNode;
import dev.colloquy.model.domain.ModelCall;
import dev.colloquy.model.domain.ProviderKey;
import java.util.Map;

/** Anthropic's messages. */
record AnthropicProtocol() implements Protocol {

  @Override
  public String path() {
    return "/messages";
  }

  @Override
  public Map<String, String> headers() {
    return Map.of("anthropic-version", "2023-06-01");
  }

  @Override
  public Map.Entry<String, String> credential(ProviderKey key) {
    return Map.entry("x-api-key", key.value());
  }

  @Override
  public JsonNode question(ModelCall call) {
    return AnthropicQuestion.of(call);
  }

  @Override
  public Interpreter interpreter() {
    return new AnthropicInterpreter();
  }
}
