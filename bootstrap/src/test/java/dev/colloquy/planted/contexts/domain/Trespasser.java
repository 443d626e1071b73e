package dev.colloquy.planted.contexts.domain;

import dev.colloquy.shared.domain.UserId;
import dev.colloquy.shared.domain.WorkspaceId;
import dev.colloquy.workspace.domain.port.out.Members;

/** Calls another context's out-port, which its package does not even declare. */
public record Trespasser(Members members) {

  /** The planted fault. */
  public void trespass(WorkspaceId workspace, UserId user) {
    var seat = members.find(workspace, user);
    assert seat != null;
  }
}
