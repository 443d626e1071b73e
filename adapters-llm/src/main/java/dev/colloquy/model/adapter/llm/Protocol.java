package dev.colloquy.model.adapter.llm;

import com.fasterxml.jackson.databind.JsonNode;
import dev.colloquy.model.domain.ModelCall;
import dev.colloquy.model.domain.ProviderKey;
import java.util.Map;

/** How one family of providers is asked over HTTP, and how its answers are read. */
interface Protocol {

  /** Where calls go, below the version of the API. */
  String path();

  /** The headers of its own. */
  Map<String, String> headers();

  /** The header that carries the key. */
  Map.Entry<String, String> credential(ProviderKey key);

  /**
   * The question.
   *
   * @throws IllegalArgumentException where it cannot be put into the protocol
   */
  JsonNode question(ModelCall call);

  /** Reads one answer. */
  Interpreter interpreter();
}
