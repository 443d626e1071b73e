package dev.colloquy.workspace.testkit;

import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.UserId;
import dev.colloquy.shared.domain.port.out.UnitOfWork;
import dev.colloquy.shared.testkit.Actors;
import dev.colloquy.shared.testkit.Stages;
import dev.colloquy.workspace.domain.Workspace;
import dev.colloquy.workspace.domain.port.out.Workspaces;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** What the contracts of this context need of a storage. */
interface WorkspaceStorage {

  UnitOfWork unitOfWork();

  Workspaces workspaces();

  /** A user whom the storage knows, new with every call. */
  UserId user();

  default <T> CompletionStage<T> within(Supplier<? extends CompletionStage<T>> work) {
    return unitOfWork().inTransaction(work);
  }

  /** Somebody new, logged in. */
  default Actor.Person somebody() {
    return Actors.person(user());
  }

  /** A workspace that is kept. */
  default Workspace kept(Actor.Person owner, String name) {
    return Stages.valueOf(within(() -> workspaces().add(WorkspaceFixtures.opened(owner, name))));
  }
}
