package dev.colloquy.workspace.testkit;

import dev.colloquy.identity.domain.UserCard;
import dev.colloquy.shared.domain.UserId;
import dev.colloquy.shared.domain.port.out.UnitOfWork;
import dev.colloquy.shared.testkit.Actors;
import dev.colloquy.shared.testkit.InMemoryDatabase;
import dev.colloquy.shared.testkit.InMemoryUnitOfWork;
import dev.colloquy.shared.testkit.RecordingEvents;
import dev.colloquy.workspace.domain.port.out.Invitations;
import dev.colloquy.workspace.domain.port.out.Members;
import dev.colloquy.workspace.domain.port.out.WorkspaceReadModel;
import dev.colloquy.workspace.domain.port.out.Workspaces;

final class InMemoryWorkspacesTest
    implements WorkspacesContract,
        MembersContract,
        InvitationsContract,
        WorkspaceReadModelContract {

  private final InMemoryDatabase database = new InMemoryDatabase();
  private final RecordingEvents events = new RecordingEvents(database);
  private final InMemoryMembers members = new InMemoryMembers(database, events);
  private final InMemoryWorkspaces workspaces = new InMemoryWorkspaces(database, members, events);
  private final Invitations invitations = new InMemoryInvitations(database, events);
  private final WorkspaceReadModel readModel =
      new InMemoryWorkspaceReadModel(
          database, workspaces, members, user -> new UserCard(user, "a@b", "Ada", "ada"));

  @Override
  public UnitOfWork unitOfWork() {
    return new InMemoryUnitOfWork(database);
  }

  @Override
  public Workspaces workspaces() {
    return workspaces;
  }

  @Override
  public Members members() {
    return members;
  }

  @Override
  public Invitations invitations() {
    return invitations;
  }

  @Override
  public WorkspaceReadModel readModel() {
    return readModel;
  }

  @Override
  public UserId user() {
    return Actors.anyUser();
  }
}
