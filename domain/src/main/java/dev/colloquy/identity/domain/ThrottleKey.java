package dev.colloquy.identity.domain;

import dev.colloquy.shared.domain.ClientNetwork;

/**
 * One counter of failures. It names its subject by a hash, so that nobody reads from the database
 * what was typed into a login form.
 */
public record ThrottleKey(Throttle throttle, SecretHash subject) {

  public static ThrottleKey account(LoginName name) {
    return new ThrottleKey(Throttle.LOGIN_BY_ACCOUNT, SecretHash.of(name.key()));
  }

  public static ThrottleKey address(Throttle throttle, String address) {
    return new ThrottleKey(throttle, SecretHash.of(ClientNetwork.of(address)));
  }
}
