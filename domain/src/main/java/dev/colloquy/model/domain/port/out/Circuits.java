package dev.colloquy.model.domain.port.out;

import dev.colloquy.model.domain.Circuit;
import dev.colloquy.model.domain.ProviderId;

/** What this node knows of providers from its own calls. Answers at once, from memory. */
public interface Circuits {

  /**
   * How calls of a provider fare.
   *
   * @param version which of its settings; what is known of earlier ones does not count
   */
  Circuit of(ProviderId provider, long version);
}
