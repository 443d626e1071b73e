package dev.colloquy.shared.testkit;

import static dev.colloquy.shared.testkit.Stages.valueOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.ConversationId;
import dev.colloquy.shared.domain.Role;
import dev.colloquy.shared.domain.Scope;
import dev.colloquy.shared.domain.UserId;
import dev.colloquy.shared.domain.WorkspaceId;
import dev.colloquy.shared.domain.port.out.Memberships;
import dev.colloquy.shared.domain.port.out.UnitOfWork;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The one source of access, over every role and every way of not having one. */
public interface MembershipsContract {

  Memberships memberships();

  UnitOfWork unitOfWork();

  /** A new user. */
  UserId user();

  /** A new workspace of this owner, who is its member. */
  WorkspaceId workspaceOf(UserId owner);

  /** Gives somebody a seat in a workspace; owners have theirs. */
  void seat(WorkspaceId workspace, UserId user, Role role);

  /** A new conversation in the workspace, started by a member and with him as its participant. */
  ConversationId conversationIn(WorkspaceId workspace, UserId creator);

  /** Gives somebody a seat in a conversation. */
  void participant(ConversationId conversation, UserId user);

  /** Ends somebody's seat in a conversation. */
  void leave(ConversationId conversation, UserId user);

  @Test
  default void anOwnerOwns() {
    UserId owner = user();
    WorkspaceId workspace = workspaceOf(owner);

    assertThat(roles(Actors.person(owner), workspace)).containsExactly(Role.OWNER);
  }

  @ParameterizedTest
  @EnumSource(names = {"ADMIN", "EDITOR", "VIEWER"})
  default void aMemberIsWhatHisSeatSays(Role role) {
    UserId member = user();
    WorkspaceId workspace = workspaceOf(user());

    seat(workspace, member, role);

    assertThat(roles(Actors.person(member), workspace)).containsExactly(role);
  }

  @Test
  default void nobodyIsAnythingWhereHeHasNoSeat() {
    UserId stranger = user();
    WorkspaceId workspace = workspaceOf(user());
    UserId creator = user();
    seat(workspace, creator, Role.EDITOR);
    ConversationId conversation = conversationIn(workspace, creator);

    assertThat(roles(Actors.person(stranger), workspace)).isEmpty();
    assertThat(roles(Actors.person(stranger), conversation)).isEmpty();
  }

  @Test
  default void nobodyIsAnythingWhereThereIsNothing() {
    Actor.Person person = Actors.person(user());

    assertThat(roles(person, new WorkspaceId(person.origin().command()))).isEmpty();
    assertThat(roles(person, new ConversationId(person.origin().command()))).isEmpty();
  }

  @Test
  default void theCreatorOfAConversationIsAlsoItsParticipantAndKeepsHisRoleInTheWorkspace() {
    UserId creator = user();
    WorkspaceId workspace = workspaceOf(user());
    seat(workspace, creator, Role.EDITOR);
    ConversationId conversation = conversationIn(workspace, creator);

    assertThat(roles(Actors.person(creator), conversation))
        .containsExactlyInAnyOrder(Role.EDITOR, Role.PARTICIPANT, Role.CREATOR);
  }

  @Test
  default void aCreatorWhoHasLeftIsAMemberOfTheWorkspaceOnly() {
    UserId creator = user();
    WorkspaceId workspace = workspaceOf(user());
    seat(workspace, creator, Role.EDITOR);
    ConversationId conversation = conversationIn(workspace, creator);

    leave(conversation, creator);

    assertThat(roles(Actors.person(creator), conversation)).containsExactly(Role.EDITOR);
  }

  @Test
  default void aParticipantWhoDidNotStartTheConversationIsNotItsCreator() {
    UserId creator = user();
    UserId other = user();
    WorkspaceId workspace = workspaceOf(creator);
    seat(workspace, other, Role.VIEWER);
    ConversationId conversation = conversationIn(workspace, creator);

    participant(conversation, other);

    assertThat(roles(Actors.person(other), conversation))
        .containsExactlyInAnyOrder(Role.VIEWER, Role.PARTICIPANT);
  }

  @Test
  default void theOwnerOfTheWorkspaceHasNoSeatInForeignConversations() {
    UserId owner = user();
    UserId creator = user();
    WorkspaceId workspace = workspaceOf(owner);
    seat(workspace, creator, Role.EDITOR);
    ConversationId conversation = conversationIn(workspace, creator);

    assertThat(roles(Actors.person(owner), conversation)).containsExactly(Role.OWNER);
  }

  @Test
  default void aKeyIsWhatItsUserIsUnlessItIsBoundElsewhere() {
    UserId owner = user();
    WorkspaceId workspace = workspaceOf(owner);
    WorkspaceId elsewhere = workspaceOf(owner);
    ConversationId conversation = conversationIn(workspace, owner);
    Set<Role> all = Set.of(Role.OWNER, Role.PARTICIPANT, Role.CREATOR);

    assertThat(roles(Actors.key(owner), workspace)).containsExactly(Role.OWNER);
    assertThat(roles(Actors.key(owner), conversation)).isEqualTo(all);
    assertThat(roles(Actors.keyFor(workspace, owner), workspace)).containsExactly(Role.OWNER);
    assertThat(roles(Actors.keyFor(workspace, owner), conversation)).isEqualTo(all);
    assertThat(roles(Actors.keyFor(elsewhere, owner), workspace)).isEmpty();
    assertThat(roles(Actors.keyFor(elsewhere, owner), conversation)).isEmpty();
  }

  @Test
  default void anAdministratorOfTheInstallationIsNobodyInAWorkspace() {
    WorkspaceId workspace = workspaceOf(user());

    assertThat(roles(Actors.administrator(), workspace)).isEmpty();
  }

  @Test
  default void aJobOfOurOwnIsNobody() {
    WorkspaceId workspace = workspaceOf(user());
    Actor job = new Actor.System("purge", Actors.anyOrigin());

    assertThat(roles(job, workspace)).isEmpty();
  }

  @Test
  default void answersInsideAUnitOfWorkToo() {
    UserId owner = user();
    WorkspaceId workspace = workspaceOf(owner);
    Scope scope = new Scope.OfWorkspace(workspace);

    Set<Role> roles =
        valueOf(
            unitOfWork().inTransaction(() -> memberships().rolesOf(Actors.person(owner), scope)));

    assertThat(roles).containsExactly(Role.OWNER);
  }

  private Set<Role> roles(Actor actor, WorkspaceId workspace) {
    return valueOf(memberships().rolesOf(actor, new Scope.OfWorkspace(workspace)));
  }

  private Set<Role> roles(Actor actor, ConversationId conversation) {
    return valueOf(memberships().rolesOf(actor, new Scope.OfConversation(conversation)));
  }
}
