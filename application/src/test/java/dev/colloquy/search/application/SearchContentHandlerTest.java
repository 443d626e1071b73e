package dev.colloquy.search.application;

import static dev.colloquy.shared.testkit.Stages.assertFailureOf;
import static dev.colloquy.shared.testkit.Stages.valueOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.colloquy.conversation.domain.Conversation;
import dev.colloquy.conversation.testkit.InMemoryGround;
import dev.colloquy.search.domain.Found;
import dev.colloquy.search.domain.FoundType;
import dev.colloquy.search.domain.SearchFilter;
import dev.colloquy.search.domain.SearchText;
import dev.colloquy.search.domain.port.in.SearchContent;
import dev.colloquy.search.testkit.InMemorySearch;
import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.CommonException.AccessDenied;
import dev.colloquy.shared.domain.KeyScope;
import dev.colloquy.shared.domain.Page;
import dev.colloquy.shared.domain.PageRequest;
import dev.colloquy.shared.testkit.Actors;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

final class SearchContentHandlerTest {

  private final InMemoryGround ground = new InMemoryGround();
  private final SearchContentHandler handler =
      new SearchContentHandler(
          new InMemorySearch(ground.database(), ground.conversations(), ground.messages()));
  private final Actor.Person alice = Actors.person(ground.user());
  private final Conversation conversation = ground.conversation(alice);

  private CompletionStage<Page<Found>> search(Actor.OfUser actor, FoundType type, int limit) {
    SearchFilter filter =
        new SearchFilter(Set.of(type), Optional.empty(), Optional.empty(), Optional.empty());
    return handler.handle(
        new SearchContent.Query(
            actor, new SearchText("plan"), filter, new PageRequest(limit, Optional.empty())));
  }

  @Test
  void findsWhatIsAskedForAndNoMoreThanThat() {
    ground.said(alice, conversation, "The plan");
    ground.said(alice, conversation, "Another plan");

    assertThat(valueOf(search(alice, FoundType.CONVERSATION, 50)).items())
        .extracting(Found::id)
        .isEqualTo(List.of(conversation.id().value()));
    assertThat(valueOf(search(alice, FoundType.MESSAGE, 1)).items()).hasSize(1);
    assertThat(valueOf(search(alice, FoundType.MESSAGE, 1)).next()).isPresent();
  }

  @Test
  void letsNoStrangerFindAnything() {
    assertThat(valueOf(search(Actors.anyone(), FoundType.CONVERSATION, 50)).items()).isEmpty();
  }

  @Test
  void asksAKeyForItsScope() {
    Actor.Key writer = Actors.key(alice.user(), KeyScope.WRITE);
    Actor.Key reader = Actors.key(alice.user(), KeyScope.READ);

    assertFailureOf(search(writer, FoundType.CONVERSATION, 50)).isInstanceOf(AccessDenied.class);
    assertThat(valueOf(search(reader, FoundType.CONVERSATION, 50)).items()).hasSize(1);
  }
}
