package dev.colloquy.workspace.application;

import dev.colloquy.identity.domain.UserCard;
import dev.colloquy.identity.domain.port.in.FindUser;
import dev.colloquy.identity.testkit.CountingSecrets;
import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.Precondition;
import dev.colloquy.shared.domain.UserId;
import dev.colloquy.shared.domain.WorkspaceId;
import dev.colloquy.shared.domain.port.out.Memberships;
import dev.colloquy.shared.domain.port.out.UnitOfWork;
import dev.colloquy.shared.testkit.Actors;
import dev.colloquy.shared.testkit.InMemoryDatabase;
import dev.colloquy.shared.testkit.InMemoryMemberships;
import dev.colloquy.shared.testkit.InMemoryUnitOfWork;
import dev.colloquy.shared.testkit.LateCompletion;
import dev.colloquy.shared.testkit.RecordingEvents;
import dev.colloquy.shared.testkit.SequentialIds;
import dev.colloquy.shared.testkit.TestClock;
import dev.colloquy.workspace.domain.MemberRole;
import dev.colloquy.workspace.domain.MyWorkspace;
import dev.colloquy.workspace.domain.Workspace;
import dev.colloquy.workspace.domain.port.in.CreateWorkspace;
import dev.colloquy.workspace.domain.port.in.ManageLifecycle;
import dev.colloquy.workspace.domain.port.in.ManageMembers;
import dev.colloquy.workspace.domain.port.out.Invitations;
import dev.colloquy.workspace.domain.port.out.Members;
import dev.colloquy.workspace.domain.port.out.WorkspaceReadModel;
import dev.colloquy.workspace.domain.port.out.Workspaces;
import dev.colloquy.workspace.testkit.InMemoryInvitations;
import dev.colloquy.workspace.testkit.InMemoryMembers;
import dev.colloquy.workspace.testkit.InMemoryWorkspaceReadModel;
import dev.colloquy.workspace.testkit.InMemoryWorkspaces;
import dev.colloquy.workspace.testkit.WorkspaceFixtures;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** The workspace context on in-memory adapters, which complete at once or late. */
final class WorkspaceWorld implements AutoCloseable {

  final TestClock clock = new TestClock();
  final RecordingEvents events;
  final TellingContexts above = new TellingContexts();

  private final Map<UserId, UserCard> users = new LinkedHashMap<>();
  private final InMemoryDatabase database = new InMemoryDatabase();
  private final SequentialIds ids = new SequentialIds();
  private final CountingSecrets secrets = new CountingSecrets();
  private final @Nullable LateCompletion late;
  private final UnitOfWork unitOfWork = new InMemoryUnitOfWork(database);
  private final Workspaces workspaces;
  private final Members members;
  private final Invitations invitations;
  private final Memberships memberships;
  private final WorkspaceReadModel readModel;

  private WorkspaceWorld(boolean isLate) {
    late = isLate ? new LateCompletion(database) : null;
    events = new RecordingEvents(database);
    InMemoryMembers seats = new InMemoryMembers(database, events);
    InMemoryWorkspaces places = new InMemoryWorkspaces(database, seats, events);
    members = maybeLate(Members.class, seats);
    workspaces = maybeLate(Workspaces.class, places);
    invitations = maybeLate(Invitations.class, new InMemoryInvitations(database, events));
    memberships = maybeLate(Memberships.class, new InMemoryMemberships(database, seats));
    readModel =
        maybeLate(
            WorkspaceReadModel.class,
            new InMemoryWorkspaceReadModel(database, places, seats, this::card));
  }

  static WorkspaceWorld prompt() {
    return new WorkspaceWorld(false);
  }

  static WorkspaceWorld late() {
    return new WorkspaceWorld(true);
  }

  @Override
  public void close() {
    if (late != null) {
      late.close();
    }
  }

  CreateWorkspaceHandler create() {
    return new CreateWorkspaceHandler(unitOfWork, workspaces, ids, clock);
  }

  BrowseWorkspacesHandler browse() {
    return new BrowseWorkspacesHandler(access(), readModel);
  }

  EditWorkspaceHandler edit() {
    return new EditWorkspaceHandler(unitOfWork, access(), workspaces, clock);
  }

  ManageLifecycleHandler lifecycle() {
    return new ManageLifecycleHandler(unitOfWork, access(), workspaces, List.of(above), clock);
  }

  TransferWorkspaceHandler transfer() {
    return new TransferWorkspaceHandler(unitOfWork, access(), workspaces, members, clock);
  }

  BrowseMembersHandler browseMembers() {
    return new BrowseMembersHandler(access(), readModel);
  }

  ManageMembersHandler manageMembers() {
    return new ManageMembersHandler(
        unitOfWork,
        access(),
        members,
        new MembershipEnd(members, List.of(above)),
        new KnownUsers(),
        readModel,
        clock);
  }

  ManageInvitationsHandler manageInvitations() {
    return new ManageInvitationsHandler(unitOfWork, access(), invitations, secrets, ids, clock);
  }

  BrowseInvitationsHandler browseInvitations() {
    return new BrowseInvitationsHandler(access(), invitations, clock);
  }

  AnswerInvitationHandler answer() {
    return new AnswerInvitationHandler(
        unitOfWork, workspaces, members, invitations, secrets, new KnownUsers(), clock);
  }

  EndedAccounts endedAccounts() {
    return new EndedAccounts(members, new MembershipEnd(members, List.of(above)));
  }

  OwnedWorkspaces ownedWorkspaces() {
    return new OwnedWorkspaces(workspaces);
  }

  <T> T within(java.util.function.Supplier<CompletionStage<T>> work) {
    return unitOfWork.inTransaction(work).toCompletableFuture().join();
  }

  /** A registered user, logged in; his address is his name at example.com. */
  Actor.Person user(String name) {
    UserId id = Actors.anyUser();
    users.put(id, new UserCard(id, name + "@example.com", name, name));
    return Actors.person(id);
  }

  /** A workspace of the owner's. */
  Workspace workspace(Actor.OfUser owner, String name) {
    return create()
        .handle(new CreateWorkspace.Command(owner, WorkspaceFixtures.draft(name)))
        .toCompletableFuture()
        .join()
        .workspace();
  }

  /** A new user with a seat in the workspace. */
  Actor.Person member(Actor.OfUser owner, WorkspaceId workspace, String name, MemberRole role) {
    Actor.Person newcomer = user(name);
    manageMembers()
        .add(
            new ManageMembers.Add(
                owner, workspace, new ManageMembers.Newcomer.ById(newcomer.user()), role))
        .toCompletableFuture()
        .join();
    return newcomer;
  }

  MyWorkspace archive(Actor.OfUser owner, WorkspaceId workspace) {
    return lifecycle().archive(lifecycleOf(owner, workspace)).toCompletableFuture().join();
  }

  static ManageLifecycle.Command lifecycleOf(Actor.OfUser actor, WorkspaceId workspace) {
    return new ManageLifecycle.Command(actor, workspace, new Precondition.Any());
  }

  private WorkspaceAccess access() {
    return new WorkspaceAccess(workspaces, memberships);
  }

  private <P> P maybeLate(Class<P> port, P adapter) {
    return late == null ? adapter : late.of(port, adapter);
  }

  private UserCard card(UserId user) {
    return Optional.ofNullable(users.get(user)).orElseThrow();
  }

  private final class KnownUsers implements FindUser {

    @Override
    public CompletionStage<Optional<UserCard>> byId(UserId user) {
      return CompletableFuture.completedFuture(Optional.ofNullable(users.get(user)));
    }

    @Override
    public CompletionStage<Optional<UserCard>> byEmail(String email) {
      return CompletableFuture.completedFuture(
          users.values().stream().filter(it -> it.email().equals(email)).findFirst());
    }
  }
}
