package dev.colloquy.bootstrap;

import dev.colloquy.identity.domain.port.in.FindUser;
import dev.colloquy.identity.domain.port.out.AccountEnds;
import dev.colloquy.identity.domain.port.out.AccountHolds;
import dev.colloquy.shared.adapter.persistence.Entities;
import dev.colloquy.shared.adapter.persistence.Sql;
import dev.colloquy.shared.domain.port.out.EventAppender;
import dev.colloquy.shared.domain.port.out.Ids;
import dev.colloquy.shared.domain.port.out.Memberships;
import dev.colloquy.shared.domain.port.out.SecretTokens;
import dev.colloquy.shared.domain.port.out.UnitOfWork;
import dev.colloquy.workspace.adapter.persistence.HibernateWorkspaces;
import dev.colloquy.workspace.adapter.persistence.PgInvitations;
import dev.colloquy.workspace.adapter.persistence.PgMembers;
import dev.colloquy.workspace.adapter.persistence.PgWorkspaceReadModel;
import dev.colloquy.workspace.application.AnswerInvitationHandler;
import dev.colloquy.workspace.application.BrowseInvitationsHandler;
import dev.colloquy.workspace.application.BrowseMembersHandler;
import dev.colloquy.workspace.application.BrowseWorkspacesHandler;
import dev.colloquy.workspace.application.CreateWorkspaceHandler;
import dev.colloquy.workspace.application.EditWorkspaceHandler;
import dev.colloquy.workspace.application.EndedAccounts;
import dev.colloquy.workspace.application.ManageInvitationsHandler;
import dev.colloquy.workspace.application.ManageLifecycleHandler;
import dev.colloquy.workspace.application.ManageMembersHandler;
import dev.colloquy.workspace.application.MembershipEnd;
import dev.colloquy.workspace.application.OwnedWorkspaces;
import dev.colloquy.workspace.application.TransferWorkspaceHandler;
import dev.colloquy.workspace.application.WorkspaceAccess;
import dev.colloquy.workspace.domain.port.in.AnswerInvitation;
import dev.colloquy.workspace.domain.port.in.BrowseInvitations;
import dev.colloquy.workspace.domain.port.in.BrowseMembers;
import dev.colloquy.workspace.domain.port.in.BrowseWorkspaces;
import dev.colloquy.workspace.domain.port.in.CreateWorkspace;
import dev.colloquy.workspace.domain.port.in.EditWorkspace;
import dev.colloquy.workspace.domain.port.in.ManageInvitations;
import dev.colloquy.workspace.domain.port.in.ManageLifecycle;
import dev.colloquy.workspace.domain.port.in.ManageMembers;
import dev.colloquy.workspace.domain.port.in.TransferWorkspace;
import dev.colloquy.workspace.domain.port.out.Invitations;
import dev.colloquy.workspace.domain.port.out.Members;
import dev.colloquy.workspace.domain.port.out.MembershipEnds;
import dev.colloquy.workspace.domain.port.out.WorkspaceCloses;
import dev.colloquy.workspace.domain.port.out.WorkspaceReadModel;
import dev.colloquy.workspace.domain.port.out.Workspaces;
import io.quarkus.arc.All;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;

/** The workspace context, put together. */
@Singleton
final class WorkspaceWiring {

  @Produces
  @Singleton
  Workspaces workspaces(Entities entities, Sql sql, EventAppender events) {
    return new HibernateWorkspaces(entities, sql, events);
  }

  @Produces
  @Singleton
  Members members(Sql sql, EventAppender events) {
    return new PgMembers(sql, events);
  }

  @Produces
  @Singleton
  Invitations invitations(Sql sql, EventAppender events) {
    return new PgInvitations(sql, events);
  }

  @Produces
  @Singleton
  WorkspaceReadModel workspaceReadModel(Sql sql) {
    return new PgWorkspaceReadModel(sql);
  }

  @Produces
  @Singleton
  WorkspaceAccess workspaceAccess(Workspaces workspaces, Memberships memberships) {
    return new WorkspaceAccess(workspaces, memberships);
  }

  @Produces
  @Singleton
  MembershipEnd membershipEnd(Members members, @All List<MembershipEnds> above) {
    return new MembershipEnd(members, above);
  }

  @Produces
  @Singleton
  AccountHolds ownedWorkspaces(Workspaces workspaces) {
    return new OwnedWorkspaces(workspaces);
  }

  @Produces
  @Singleton
  AccountEnds endedAccounts(Members members, MembershipEnd end) {
    return new EndedAccounts(members, end);
  }

  @Produces
  @Singleton
  CreateWorkspace createWorkspace(
      UnitOfWork unitOfWork, Workspaces workspaces, Ids ids, Clock clock) {
    return new CreateWorkspaceHandler(unitOfWork, workspaces, ids, clock);
  }

  @Produces
  @Singleton
  BrowseWorkspaces browseWorkspaces(WorkspaceAccess access, WorkspaceReadModel readModel) {
    return new BrowseWorkspacesHandler(access, readModel);
  }

  @Produces
  @Singleton
  EditWorkspace editWorkspace(
      UnitOfWork unitOfWork, WorkspaceAccess access, Workspaces workspaces, Clock clock) {
    return new EditWorkspaceHandler(unitOfWork, access, workspaces, clock);
  }

  @Produces
  @Singleton
  ManageLifecycle manageLifecycle(
      UnitOfWork unitOfWork,
      WorkspaceAccess access,
      Workspaces workspaces,
      @All List<WorkspaceCloses> above,
      Clock clock) {
    return new ManageLifecycleHandler(unitOfWork, access, workspaces, above, clock);
  }

  @Produces
  @Singleton
  TransferWorkspace transferWorkspace(
      UnitOfWork unitOfWork,
      WorkspaceAccess access,
      Workspaces workspaces,
      Members members,
      Clock clock) {
    return new TransferWorkspaceHandler(unitOfWork, access, workspaces, members, clock);
  }

  @Produces
  @Singleton
  BrowseMembers browseMembers(WorkspaceAccess access, WorkspaceReadModel readModel) {
    return new BrowseMembersHandler(access, readModel);
  }

  @Produces
  @Singleton
  ManageMembers manageMembers(
      UnitOfWork unitOfWork,
      WorkspaceAccess access,
      Members members,
      MembershipEnd end,
      FindUser users,
      WorkspaceReadModel readModel,
      Clock clock) {
    return new ManageMembersHandler(unitOfWork, access, members, end, users, readModel, clock);
  }

  @Produces
  @Singleton
  BrowseInvitations browseInvitations(
      WorkspaceAccess access, Invitations invitations, Clock clock) {
    return new BrowseInvitationsHandler(access, invitations, clock);
  }

  @Produces
  @Singleton
  ManageInvitations manageInvitations(
      UnitOfWork unitOfWork,
      WorkspaceAccess access,
      Invitations invitations,
      SecretTokens tokens,
      Ids ids,
      Clock clock) {
    return new ManageInvitationsHandler(unitOfWork, access, invitations, tokens, ids, clock);
  }

  @Produces
  @Singleton
  AnswerInvitation answerInvitation(
      UnitOfWork unitOfWork,
      Workspaces workspaces,
      Members members,
      Invitations invitations,
      SecretTokens tokens,
      FindUser users,
      Clock clock) {
    return new AnswerInvitationHandler(
        unitOfWork, workspaces, members, invitations, tokens, users, clock);
  }
}
