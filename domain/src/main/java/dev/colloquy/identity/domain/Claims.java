package dev.colloquy.identity.domain;

import dev.colloquy.shared.domain.KeyScope;
import dev.colloquy.shared.domain.LoginSessionId;
import dev.colloquy.shared.domain.UserId;
import dev.colloquy.shared.domain.UserRole;
import dev.colloquy.shared.domain.WorkspaceId;
import java.util.Optional;
import java.util.Set;

/**
 * What is said of somebody who is logged in.
 *
 * @param session empty for an API key
 * @param scopes empty for a person, who is not limited by scopes
 * @param workspace what an API key is bound to
 */
public record Claims(
    UserId user,
    DisplayName name,
    Email email,
    UserRole role,
    Tier tier,
    Optional<LoginSessionId> session,
    Set<KeyScope> scopes,
    Optional<WorkspaceId> workspace) {

  /** The claims of a person with a session. */
  public static Claims of(User user, LoginSessionId session) {
    return new Claims(
        user.id(),
        user.profile().name(),
        user.email(),
        user.role(),
        user.tier(),
        Optional.of(session),
        Set.of(),
        Optional.empty());
  }
}
