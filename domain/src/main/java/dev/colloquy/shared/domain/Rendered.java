package dev.colloquy.shared.domain;

import java.util.Map;
import java.util.Optional;

/**
 * An answer as it goes out, kept so that a repeated request gets the same bytes.
 *
 * @param body JSON; empty where the answer has none
 * @param replayed whether it is the answer to an earlier request
 * @param forReplay what a replay is answered instead, where the answer carries a secret; empty
 *     where it may be repeated as it is
 */
public record Rendered(
    int status,
    Map<String, String> headers,
    String body,
    boolean replayed,
    Optional<String> forReplay) {

  public Rendered {
    headers = Map.copyOf(headers);
  }

  public Rendered(int status, Map<String, String> headers, String body) {
    this(status, headers, body, false, Optional.empty());
  }

  /** The same answer, whose replays have this body instead. */
  public Rendered withReplay(String withoutSecret) {
    return new Rendered(status, headers, body, replayed, Optional.of(withoutSecret));
  }
}
