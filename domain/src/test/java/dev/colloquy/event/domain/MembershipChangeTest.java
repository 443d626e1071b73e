package dev.colloquy.event.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.colloquy.event.domain.MembershipChange.Closed;
import dev.colloquy.event.domain.MembershipChange.Joined;
import dev.colloquy.event.domain.MembershipChange.Left;
import dev.colloquy.event.domain.MembershipChange.Reopened;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class MembershipChangeTest {

  private final UUID place = UUID.randomUUID();
  private final UUID mary = UUID.randomUUID();
  private final UUID paul = UUID.randomUUID();

  @Test
  void whoeverOpensAWorkspaceBelongsToIt() {
    assertThat(changes("workspace.created", Map.of("owner_id", mary.toString())))
        .containsExactly(new Joined(place, mary));
  }

  @Test
  void allWhoStartAConversationTogetherBelongToIt() {
    assertThat(
            changes(
                "conversation.created",
                Map.of("participant_ids", List.of(mary.toString(), paul.toString()))))
        .containsExactly(new Joined(place, mary), new Joined(place, paul));
  }

  @Test
  void aMembersEventNamesTheWorkspaceAndNotItsSubject() {
    Map<String, Object> member = Map.of("user_id", mary.toString(), "role", "viewer");

    assertThat(MembershipChange.of(Events.inWorkspace("workspace.member.added", place, member)))
        .containsExactly(new Joined(place, mary));
    assertThat(MembershipChange.of(Events.inWorkspace("workspace.member.removed", place, member)))
        .containsExactly(new Left(place, mary));
  }

  @Test
  void participantsComeAndGo() {
    Map<String, Object> seat = Map.of("user_id", mary.toString());

    assertThat(changes("conversation.participant.added", seat))
        .containsExactly(new Joined(place, mary));
    assertThat(changes("conversation.participant.removed", seat))
        .containsExactly(new Left(place, mary));
  }

  @Test
  void placesCloseAndReopen() {
    assertThat(changes("workspace.deleted", Map.of())).containsExactly(new Closed(place));
    assertThat(changes("conversation.restored", Map.of())).containsExactly(new Reopened(place));
  }

  @Test
  void mostEventsChangeNothing() {
    assertThat(changes("message.created", Map.of("user_id", mary.toString()))).isEmpty();
  }

  @Test
  void whatGrantsHoldsForTheEventItselfAndWhatWithdrawsForThoseAfterIt() {
    assertThat(new Joined(place, mary).grants()).isTrue();
    assertThat(new Reopened(place).grants()).isTrue();
    assertThat(new Left(place, mary).grants()).isFalse();
    assertThat(new Closed(place).grants()).isFalse();
  }

  private List<MembershipChange> changes(String type, Map<String, Object> data) {
    return MembershipChange.of(Events.about(type, place, data));
  }
}
