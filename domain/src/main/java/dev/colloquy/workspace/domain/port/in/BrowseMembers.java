package dev.colloquy.workspace.domain.port.in;

import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.Page;
import dev.colloquy.shared.domain.PageRequest;
import dev.colloquy.shared.domain.WorkspaceId;
import dev.colloquy.workspace.domain.NamedMember;
import java.util.concurrent.CompletionStage;

/** Reads who belongs to a workspace; for its members. */
public interface BrowseMembers {

  /** In the order they joined. Fails with {@code NotFound} or {@code AccessDenied}. */
  CompletionStage<Page<NamedMember>> list(
      Actor.OfUser actor, WorkspaceId workspace, PageRequest page);
}
