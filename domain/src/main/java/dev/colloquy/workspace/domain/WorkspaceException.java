package dev.colloquy.workspace.domain;

import dev.colloquy.shared.domain.DomainException;
import java.util.Map;

/** What workspaces refuse, beyond what every context refuses. */
public abstract sealed class WorkspaceException extends DomainException {

  private WorkspaceException(String code, String detail, Map<String, Object> parameters) {
    super(code, Kind.CONFLICT, detail, parameters);
  }

  /** The workspace would be left without its owner. */
  public static final class LastOwner extends WorkspaceException {

    public LastOwner() {
      super("LAST_OWNER", "A workspace needs its owner; transfer the workspace first.", Map.of());
    }
  }

  /** The owner has as many workspaces as the policy allows. */
  public static final class WorkspaceLimitExceeded extends WorkspaceException {

    public WorkspaceLimitExceeded(int limit) {
      super(
          "WORKSPACE_LIMIT_EXCEEDED",
          "Nobody may own more than " + limit + " workspaces; delete one first.",
          Map.of("limit", limit));
    }
  }

  /** The invitation was answered, revoked or has run out. */
  public static final class InvitationNotOpen extends WorkspaceException {

    public InvitationNotOpen() {
      super(
          "INVITATION_NOT_OPEN",
          "This invitation was answered, revoked or has run out; ask for another one.",
          Map.of());
    }
  }
}
