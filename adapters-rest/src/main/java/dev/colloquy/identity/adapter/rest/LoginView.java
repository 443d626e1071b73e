package dev.colloquy.identity.adapter.rest;

import dev.colloquy.identity.domain.AccessToken;
import dev.colloquy.identity.domain.Login;
import dev.colloquy.identity.domain.LoginSession;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A login.
 *
 * @param accessToken to be sent as {@code Authorization: Bearer}
 * @param expiresIn how many seconds the access token is good
 * @param refreshToken to be exchanged once for the next pair of tokens
 * @param refreshExpiresIn how many seconds the refresh token is good
 */
record LoginView(
    String accessToken,
    @Schema(examples = "Bearer") String tokenType,
    long expiresIn,
    String refreshToken,
    long refreshExpiresIn,
    ClaimsView claims) {

  static LoginView of(Login login) {
    return new LoginView(
        login.access().value(),
        "Bearer",
        AccessToken.LIFETIME.toSeconds(),
        login.refresh().value(),
        LoginSession.LIFETIME.toSeconds(),
        ClaimsView.of(login.claims()));
  }
}
