package dev.colloquy.conversation.testkit;

import static dev.colloquy.conversation.testkit.ConversationFixtures.posting;
import static dev.colloquy.conversation.testkit.ConversationFixtures.started;
import static dev.colloquy.shared.testkit.Stages.valueOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.colloquy.conversation.domain.Conversation;
import dev.colloquy.conversation.domain.ConversationRight;
import dev.colloquy.conversation.domain.MessageWindow;
import dev.colloquy.conversation.domain.port.out.MessageLog.Listing;
import dev.colloquy.conversation.domain.port.out.MessageLog.Outcome;
import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.KeyScope;
import dev.colloquy.shared.domain.Role;
import dev.colloquy.shared.domain.Scope;
import dev.colloquy.shared.domain.UserId;
import dev.colloquy.shared.domain.WorkspaceId;
import dev.colloquy.shared.testkit.Actors;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The two places that decide over access, roles and the log's own step, always answer alike. */
public interface AccessMatrix {

  ConversationGround ground();

  @Test
  default void letsTheLogAndTheRolesAnswerAlike() {
    Actor.Person creator = Actors.person(ground().user());
    UserId owner = ground().user();
    WorkspaceId workspace = ground().workspace(owner);
    ground().member(workspace, creator.user(), Role.EDITOR);
    List<UserId> members = new ArrayList<>(List.of(owner, creator.user()));
    List<UserId> participants = new ArrayList<>();
    for (Role role : List.of(Role.ADMIN, Role.EDITOR, Role.VIEWER)) {
      for (boolean participates : List.of(true, false)) {
        UserId user = ground().user();
        ground().member(workspace, user, role);
        members.add(user);
        if (participates) {
          participants.add(user);
        }
      }
    }
    members.add(ground().user());
    Conversation conversation =
        valueOf(
            ground()
                .unitOfWork()
                .inTransaction(
                    () ->
                        ground()
                            .conversations()
                            .add(
                                started(
                                    creator,
                                    workspace,
                                    "Matrix",
                                    participants.toArray(UserId[]::new)))));

    List<Actor.OfUser> actors = members.stream().flatMap(it -> as(it, workspace).stream()).toList();

    assertThat(actors).hasSize(9 * 4).allSatisfy(actor -> answersAlike(actor, conversation));
  }

  /** The user himself, and keys of his that reach everywhere, here, and elsewhere. */
  private List<Actor.OfUser> as(UserId user, WorkspaceId workspace) {
    WorkspaceId elsewhere = ground().workspace(ground().user());
    return List.of(
        Actors.person(user),
        Actors.key(user, KeyScope.READ, KeyScope.WRITE),
        Actors.keyFor(workspace, user, KeyScope.READ, KeyScope.WRITE),
        Actors.keyFor(elsewhere, user, KeyScope.READ, KeyScope.WRITE));
  }

  private void answersAlike(Actor.OfUser actor, Conversation conversation) {
    Set<Role> roles =
        valueOf(ground().memberships().rolesOf(actor, new Scope.OfConversation(conversation.id())));

    Outcome outcome = valueOf(ground().log().append(posting(actor, conversation.id(), "May I?")));
    Listing listing =
        valueOf(ground().log().list(actor, conversation.id(), new MessageWindow.Newest(), 1));

    assertThat(outcome instanceof Outcome.Appended)
        .as("%s writes as %s", actor.kind(), roles)
        .isEqualTo(ConversationRight.WRITE.belongsTo(roles));
    assertThat(listing instanceof Listing.Listed)
        .as("%s reads as %s", actor.kind(), roles)
        .isEqualTo(ConversationRight.READ.belongsTo(roles));
    assertThat(Optional.of(roles).filter(it -> it.contains(Role.PARTICIPANT)).isPresent())
        .isEqualTo(outcome instanceof Outcome.Appended);
  }
}
