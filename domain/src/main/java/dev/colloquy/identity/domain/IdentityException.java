package dev.colloquy.identity.domain;

import dev.colloquy.shared.domain.DomainException;

/** What identity refuses. */
public abstract sealed class IdentityException extends DomainException {

  private IdentityException(String code, Kind kind, String detail) {
    super(code, kind, detail);
  }

  /** The credential sent along is not good, or none was sent where one is needed. */
  public static final class Unauthenticated extends IdentityException {

    public Unauthenticated() {
      super(
          "UNAUTHENTICATED",
          Kind.UNAUTHENTICATED,
          "Send a valid access token or API key as a bearer token.");
    }
  }
}
