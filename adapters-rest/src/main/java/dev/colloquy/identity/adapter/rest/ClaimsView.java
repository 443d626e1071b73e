package dev.colloquy.identity.adapter.rest;

import dev.colloquy.identity.domain.Claims;
import dev.colloquy.shared.adapter.rest.answer.Text;
import dev.colloquy.shared.domain.LoginSessionId;
import dev.colloquy.shared.domain.WorkspaceId;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Who somebody is.
 *
 * @param oid the same as {@code sub}
 * @param sid the login session; null for an API key
 * @param scopes what an API key may do; null for a person
 * @param workspaceId what an API key is bound to
 */
record ClaimsView(
    UUID sub,
    UUID oid,
    String name,
    String email,
    List<String> roles,
    @Schema(enumeration = {"free", "pro", "enterprise"}) String tier,
    @Nullable UUID sid,
    @Nullable List<String> scopes,
    @Nullable UUID workspaceId) {

  static ClaimsView of(Claims claims) {
    return new ClaimsView(
        claims.user().value(),
        claims.user().value(),
        claims.name().value(),
        claims.email().value(),
        List.of(Text.of(claims.role())),
        Text.of(claims.tier()),
        claims.session().map(LoginSessionId::value).orElse(null),
        claims.session().isPresent()
            ? null
            : claims.scopes().stream().sorted().map(Text::of).toList(),
        claims.workspace().map(WorkspaceId::value).orElse(null));
  }
}
