package dev.colloquy.identity.domain;

import java.time.Duration;
import java.time.Instant;

/** A signed token (RFC 9068) that says who somebody is until it expires. */
public record AccessToken(String value, Instant expiresAt) {

  public static final Duration LIFETIME = Duration.ofMinutes(15);

  /** Stays out of logs. */
  @Override
  public String toString() {
    return "AccessToken[hidden]";
  }
}
