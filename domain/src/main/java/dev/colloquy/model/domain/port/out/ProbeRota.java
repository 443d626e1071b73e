package dev.colloquy.model.domain.port.out;

import dev.colloquy.model.domain.ProviderId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Whose turn it is to be looked at, over all nodes. */
public interface ProbeRota {

  /**
   * Takes the provider that has waited longest, if one has waited for an interval: each is taken
   * once in it, however many nodes ask. Those that are off are not looked at, nor is the rehearsal,
   * and a new one only after an interval. Never inside a unit of work.
   */
  CompletionStage<Optional<ProviderId>> take(Instant now, Duration interval);
}
