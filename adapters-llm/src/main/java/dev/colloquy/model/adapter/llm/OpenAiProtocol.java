package dev.colloquy.model.adapter.llm;

import com.fasterxml.jackson.databind.JsonNode;
import dev.colloquy.model.domain.ModelCall;
import dev.colloquy.model.domain.ProviderKey;
import java.util.Map;

/** OpenAI's chat completions, which nearly every server speaks. */
record OpenAiProtocol() implements Protocol {

  @Override
  public String path() {
    return "/chat/completions";
  }

  @Override
  public Map<String, String> headers() {
    return Map.of();
  }

  @Override
  public Map.Entry<String, String> credential(ProviderKey key) {
    return Map.entry("authorization", "Bearer " + key.value());
  }

  @Override
  public JsonNode question(ModelCall call) {
    return OpenAiQuestion.of(call);
  }

  @Override
  public Interpreter interpreter() {
    return new OpenAiInterpreter();
  }
}
