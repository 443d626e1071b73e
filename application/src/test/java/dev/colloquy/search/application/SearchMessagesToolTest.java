package dev.colloquy.search.application;

import static dev.colloquy.shared.testkit.Stages.assertFailureOf;
import static dev.colloquy.shared.testkit.Stages.valueOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.colloquy.conversation.domain.Conversation;
import dev.colloquy.conversation.domain.Message;
import dev.colloquy.conversation.testkit.InMemoryGround;
import dev.colloquy.search.testkit.InMemorySearch;
import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.CommonException.AccessDenied;
import dev.colloquy.shared.domain.KeyScope;
import dev.colloquy.shared.domain.Origin;
import dev.colloquy.shared.domain.WorkspaceId;
import dev.colloquy.shared.testkit.Actors;
import dev.colloquy.tool.domain.ToolException.ToolFailed;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class SearchMessagesToolTest {

  private final InMemoryGround ground = new InMemoryGround();
  private final SearchMessagesTool tool =
      new SearchMessagesTool(
          new SearchContentHandler(
              new InMemorySearch(ground.database(), ground.conversations(), ground.messages())));
  private final Actor.Person alice = Actors.person(ground.user());
  private final Conversation conversation = ground.conversation(alice);

  private String found(Actor.OfUser actor, Map<String, Object> arguments) {
    return valueOf(tool.call(actor, Map.copyOf(arguments)));
  }

  private Actor.Agent modelIn(WorkspaceId workspace) {
    return new Actor.Agent(
        alice.user(),
        UUID.randomUUID(),
        workspace,
        new Origin(UUID.randomUUID(), "", Instant.EPOCH, ""));
  }

  @Test
  void tellsWhichMessagesFitOneALine() {
    Message plan = ground.said(alice, conversation, "The plan\nis simple");
    ground.said(alice, conversation, "Nothing of the sort");

    assertThat(found(alice, Map.of("query", "plan")))
        .startsWith("- message " + plan.id() + " in conversation " + conversation.id() + ": ")
        .contains("is simple")
        .hasLineCount(1);
  }

  @Test
  void tellsNoMoreThanIsWanted() {
    for (int i = 0; i < 12; i++) {
      ground.said(alice, conversation, "Plan " + i);
    }

    assertThat(found(alice, Map.of("query", "plan"))).hasLineCount(10);
    assertThat(found(alice, Map.of("query", "plan", "limit", BigDecimal.TWO))).hasLineCount(2);
  }

  @Test
  void findsForAModelWhatItsUserMayReadWhereItSpeaks() {
    ground.said(alice, conversation, "The plan");

    assertThat(found(modelIn(conversation.home().workspace()), Map.of("query", "plan")))
        .contains("plan");
    assertThat(found(modelIn(new WorkspaceId(UUID.randomUUID())), Map.of("query", "plan")))
        .isEqualTo("Nothing was found.");
  }

  @Test
  void findsNothingForStrangers() {
    ground.said(alice, conversation, "The plan");

    assertThat(found(Actors.anyone(), Map.of("query", "plan"))).isEqualTo("Nothing was found.");
    assertFailureOf(tool.call(Actors.key(alice.user(), KeyScope.RUN), Map.of("query", "plan")))
        .isInstanceOf(AccessDenied.class);
  }

  @Test
  void looksForNoBlanks() {
    assertFailureOf(tool.call(alice, Map.of("query", " "))).isInstanceOf(ToolFailed.class);
    assertThat(tool.tool().name()).hasToString("search_messages");
  }
}
