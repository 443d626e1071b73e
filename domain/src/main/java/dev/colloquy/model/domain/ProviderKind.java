package dev.colloquy.model.domain;

import java.net.URI;
import java.util.Optional;

/** Which protocol a provider speaks. */
public enum ProviderKind {
  OPENAI("https://api.openai.com"),
  ANTHROPIC("https://api.anthropic.com"),
  /** Ollama, by its {@code /v1}, which speaks OpenAI's protocol. */
  OLLAMA("http://localhost:11434"),
  /** Any other server that speaks OpenAI's protocol: vLLM, llama.cpp, LM Studio and more. */
  OPENAI_COMPATIBLE(""),
  /** Built in: answers by a script, without a network. */
  REHEARSAL("");

  private final String usual;

  ProviderKind(String usual) {
    this.usual = usual;
  }

  /** Where providers of this kind are called unless something else is said. */
  public Optional<URI> usualBaseUrl() {
    return Optional.of(usual).filter(it -> !it.isEmpty()).map(URI::create);
  }
}
