package dev.colloquy.conversation.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.CommonException.AccessDenied;
import dev.colloquy.shared.domain.KeyScope;
import dev.colloquy.shared.domain.Role;
import dev.colloquy.shared.domain.SomeActors;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class StandingTest {

  private static final Actor.Person ADA = SomeActors.person();
  private static final Conversation CONVERSATION = Talk.started(ADA);

  private static Set<ConversationRight> rightsOf(Role... roles) {
    Set<ConversationRight> rights = EnumSet.noneOf(ConversationRight.class);
    Arrays.stream(ConversationRight.values())
        .filter(it -> it.belongsTo(Set.of(roles)))
        .forEach(rights::add);
    return rights;
  }

  @Test
  void givesParticipantsAndTheStarterTheirRights() {
    assertThat(rightsOf(Role.PARTICIPANT))
        .containsExactlyInAnyOrder(ConversationRight.READ, ConversationRight.WRITE);
    assertThat(rightsOf(Role.CREATOR))
        .containsExactlyInAnyOrder(
            ConversationRight.READ, ConversationRight.WRITE, ConversationRight.MANAGE);
  }

  @Test
  void letsTheOwnerOfTheWorkspaceAdoptAndNothingElse() {
    assertThat(rightsOf(Role.OWNER)).containsExactly(ConversationRight.ADOPT);
    assertThat(rightsOf(Role.OWNER, Role.CREATOR))
        .isEqualTo(EnumSet.allOf(ConversationRight.class));
  }

  @ParameterizedTest
  @EnumSource(
      value = Role.class,
      names = {"ADMIN", "EDITOR", "VIEWER"})
  void givesOtherMembersOfTheWorkspaceNothing(Role role) {
    assertThat(rightsOf(role)).isEmpty();
  }

  @Test
  void asksAKeyForItsScopeBesideTheRole() {
    Actor.Key reader = SomeActors.key(ADA.user(), KeyScope.READ);
    Standing standing = new Standing(CONVERSATION, reader, Set.of(Role.CREATOR));

    assertThat(standing.demand(ConversationRight.READ)).isEqualTo(standing);
    for (ConversationRight writing : EnumSet.complementOf(EnumSet.of(ConversationRight.READ))) {
      assertThatExceptionOfType(AccessDenied.class)
          .isThrownBy(() -> standing.demand(writing))
          .withMessageContaining("scope");
    }
  }

  @Test
  void tellsParticipantsApartFromStrangers() {
    Standing participant = new Standing(CONVERSATION, ADA, Set.of(Role.PARTICIPANT));
    Standing stranger = new Standing(CONVERSATION, ADA, Set.of(Role.ADMIN));

    assertThatExceptionOfType(AccessDenied.class)
        .isThrownBy(() -> participant.demand(ConversationRight.MANAGE))
        .withMessageContaining("started");
    assertThatExceptionOfType(AccessDenied.class)
        .isThrownBy(() -> stranger.demand(ConversationRight.MANAGE))
        .withMessageContaining("part");
    assertThatExceptionOfType(AccessDenied.class)
        .isThrownBy(() -> participant.demand(ConversationRight.ADOPT));
  }
}
