package dev.colloquy.workspace.domain.port.in;

import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.Page;
import dev.colloquy.shared.domain.PageRequest;
import dev.colloquy.shared.domain.WorkspaceId;
import dev.colloquy.workspace.domain.Invitation;
import java.util.concurrent.CompletionStage;

/** Reads the open invitations to a workspace; for owner and admins. */
public interface BrowseInvitations {

  /** Newest first. Fails with {@code NotFound} or {@code AccessDenied}. */
  CompletionStage<Page<Invitation>> list(
      Actor.OfUser actor, WorkspaceId workspace, PageRequest page);
}
