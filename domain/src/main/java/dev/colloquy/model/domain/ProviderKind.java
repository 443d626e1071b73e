package dev.colloquy.model.domain;

/** Which protocol a provider speaks. */
public enum ProviderKind {
  OPENAI,
  ANTHROPIC,
  /** Ollama, by its {@code /v1}, which speaks OpenAI's protocol. */
  OLLAMA,
  /** Any other server that speaks OpenAI's protocol: vLLM, llama.cpp, LM Studio and more. */
  OPENAI_COMPATIBLE,
  /** Built in: answers by a script, without a network. */
  REHEARSAL
}
