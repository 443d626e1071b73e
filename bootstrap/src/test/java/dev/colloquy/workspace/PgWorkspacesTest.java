package dev.colloquy.workspace;

import dev.colloquy.bootstrap.testing.PostgresTestResource;
import dev.colloquy.bootstrap.testing.User;
import dev.colloquy.shared.domain.UserId;
import dev.colloquy.shared.domain.port.out.UnitOfWork;
import dev.colloquy.workspace.domain.port.out.Invitations;
import dev.colloquy.workspace.domain.port.out.Members;
import dev.colloquy.workspace.domain.port.out.WorkspaceReadModel;
import dev.colloquy.workspace.domain.port.out.Workspaces;
import dev.colloquy.workspace.testkit.InvitationsContract;
import dev.colloquy.workspace.testkit.MembersContract;
import dev.colloquy.workspace.testkit.WorkspaceReadModelContract;
import dev.colloquy.workspace.testkit.WorkspacesContract;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;

@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class PgWorkspacesTest
    implements WorkspacesContract,
        MembersContract,
        InvitationsContract,
        WorkspaceReadModelContract {

  @Inject UnitOfWork unitOfWork;
  @Inject Workspaces workspaces;
  @Inject Members members;
  @Inject Invitations invitations;
  @Inject WorkspaceReadModel readModel;

  @Override
  public UnitOfWork unitOfWork() {
    return unitOfWork;
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
    return new UserId(UUID.fromString(User.registered("Ada").id()));
  }
}
