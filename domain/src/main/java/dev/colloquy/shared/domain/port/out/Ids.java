package dev.colloquy.shared.domain.port.out;

import java.util.UUID;

/** Makes the keys of all that is stored. */
public interface Ids {

  /** A fresh UUID version 7 (RFC 9562), greater than those made before on this node. */
  UUID next();
}
