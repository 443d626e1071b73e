package dev.colloquy.workspace.application;

import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.UserId;
import dev.colloquy.shared.domain.WorkspaceId;
import dev.colloquy.workspace.domain.port.out.MembershipEnds;
import dev.colloquy.workspace.domain.port.out.WorkspaceCloses;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Stands for the contexts above, and remembers what it was told. */
final class TellingContexts implements MembershipEnds, WorkspaceCloses {

  final List<String> told = new ArrayList<>();

  @Override
  public CompletionStage<Void> membershipEnded(
      Actor actor, WorkspaceId workspace, UserId user, Instant at) {
    return remember("membership ended: " + user);
  }

  @Override
  public CompletionStage<Void> closed(WorkspaceId workspace) {
    return remember("closed: " + workspace);
  }

  @Override
  public CompletionStage<Void> reopened(WorkspaceId workspace) {
    return remember("reopened: " + workspace);
  }

  private CompletionStage<Void> remember(String what) {
    told.add(what);
    return CompletableFuture.completedFuture(null);
  }
}
