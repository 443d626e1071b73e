package dev.colloquy.search.testkit;

import static dev.colloquy.conversation.testkit.ConversationFixtures.NOON;
import static dev.colloquy.conversation.testkit.ConversationFixtures.posting;
import static dev.colloquy.shared.testkit.Stages.valueOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.colloquy.conversation.domain.Content;
import dev.colloquy.conversation.domain.Conversation;
import dev.colloquy.conversation.domain.ConversationStatus;
import dev.colloquy.conversation.domain.Message;
import dev.colloquy.conversation.domain.MessagePatch;
import dev.colloquy.conversation.domain.Posting;
import dev.colloquy.conversation.testkit.ConversationGround;
import dev.colloquy.search.domain.Found;
import dev.colloquy.search.domain.FoundType;
import dev.colloquy.search.domain.SearchFilter;
import dev.colloquy.search.domain.SearchText;
import dev.colloquy.search.domain.port.out.SearchReadModel;
import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.Change;
import dev.colloquy.shared.domain.KeyScope;
import dev.colloquy.shared.domain.Page;
import dev.colloquy.shared.domain.PageRequest;
import dev.colloquy.shared.domain.WorkspaceId;
import dev.colloquy.shared.testkit.Actors;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every search finds, and what it must not. */
public interface SearchContract {

  SearchFilter EVERYTHING =
      new SearchFilter(
          Set.of(FoundType.values()), Optional.empty(), Optional.empty(), Optional.empty());

  Instant LATER = NOON.plusSeconds(60);

  ConversationGround ground();

  SearchReadModel search();

  private Actor.Person someone() {
    return Actors.person(ground().user());
  }

  private List<Found> found(Actor.OfUser reader, String text, SearchFilter filter) {
    return valueOf(search().search(reader, new SearchText(text), filter, PageRequest.first()))
        .items();
  }

  private List<UUID> ids(Actor.OfUser reader, String text) {
    return found(reader, text, EVERYTHING).stream().map(Found::id).toList();
  }

  private UUID said(Actor.OfUser actor, Conversation conversation, String text) {
    return ground().said(actor, conversation, text).id().value();
  }

  private void saved(Change<Conversation> changed) {
    ground().within(() -> ground().conversations().save(changed));
  }

  @Test
  default void findsMessagesAndConversationsByTheirWordsWhateverTheirCase() {
    Actor.Person alice = someone();
    WorkspaceId workspace = ground().workspace(alice.user());
    Conversation conversation = ground().conversationIn(workspace, "Zephyr Roadmap", alice);
    UUID message = said(alice, conversation, "Shall the zephyr blow?");

    List<Found> found = found(alice, "ZEPHYR", EVERYTHING);

    assertThat(found)
        .extracting(Found::type, Found::id, Found::workspace, Found::conversation)
        .containsExactlyInAnyOrder(
            tuple(FoundType.CONVERSATION, conversation.id().value(), workspace, conversation.id()),
            tuple(FoundType.MESSAGE, message, workspace, conversation.id()));
    assertThat(found).extracting(Found::highlight).anyMatch(it -> it.contains("**zephyr**"));
  }

  @Test
  default void readsAQueryAsWebSearchesDo() {
    Actor.Person alice = someone();
    Conversation conversation = ground().conversation(alice);
    UUID both = said(alice, conversation, "a red apple and a green pear");
    UUID red = said(alice, conversation, "a red cherry");

    assertThat(ids(alice, "red green")).containsExactly(both);
    assertThat(ids(alice, "red -green")).containsExactly(red);
    assertThat(ids(alice, "\"green pear\"")).containsExactly(both);
    assertThat(ids(alice, "\"red pear\"")).isEmpty();
    assertThat(ids(alice, "cherry or pear")).containsExactlyInAnyOrder(both, red);
  }

  @Test
  default void findsNothingByWhatHasNoWords() {
    Actor.Person alice = someone();
    said(alice, ground().conversation(alice), "((");

    assertThat(ids(alice, "((")).isEmpty();
    assertThat(ids(alice, "\"")).isEmpty();
  }

  @Test
  default void findsOnlyWhatTheReaderTakesPartIn() {
    Actor.Person alice = someone();
    Actor.Person bob = someone();
    Conversation shared = ground().conversation(alice, bob.user());
    Conversation alone = ground().conversationIn(shared.home().workspace(), "Secret zebra", alice);
    said(alice, alone, "A zebra");
    UUID open = said(alice, shared, "A zebra");

    assertThat(ids(bob, "zebra")).containsExactly(open);

    saved(shared.release(bob, bob.user(), NOON));

    assertThat(ids(bob, "zebra")).isEmpty();
    assertThat(ids(alice, "zebra")).hasSize(3);
  }

  @Test
  default void findsWhatIsArchivedButNothingThatIsGone() {
    Actor.Person alice = someone();
    Conversation archived = ground().conversation(alice);
    Conversation deleted = ground().conversationIn(archived.home().workspace(), "Gone", alice);
    Conversation homeless = ground().conversation(alice);
    UUID readable = said(alice, archived, "A walrus");
    said(alice, deleted, "A walrus");
    said(alice, homeless, "A walrus");

    saved(archived.archive(alice, NOON));
    saved(deleted.delete(alice, NOON));
    ground().turn(homeless.home().workspace(), ConversationStatus.DELETED);

    assertThat(ids(alice, "walrus")).containsExactly(readable);
  }

  @Test
  default void findsWhatAMessageSaysNowAndNothingOfADeletedOne() {
    Actor.Person alice = someone();
    Conversation conversation = ground().conversation(alice);
    WorkspaceId workspace = conversation.home().workspace();
    Message edited = ground().said(alice, conversation, "An early otter");
    Message deleted = ground().said(alice, conversation, "A lost otter");
    MessagePatch patch =
        new MessagePatch(Optional.of(new Content("A late beaver")), Optional.empty());

    ground().within(() -> ground().messages().save(edited.edit(alice, workspace, patch, NOON)));
    ground().within(() -> ground().messages().save(deleted.delete(alice, workspace, NOON)));

    assertThat(ids(alice, "otter")).isEmpty();
    assertThat(ids(alice, "beaver")).containsExactly(edited.id().value());
  }

  @Test
  default void keepsAKeyWithinItsWorkspace() {
    Actor.Person alice = someone();
    Conversation here = ground().conversation(alice);
    UUID inside = said(alice, here, "A heron");
    said(alice, ground().conversation(alice), "A heron");
    Actor.Key bound = Actors.keyFor(here.home().workspace(), alice.user(), KeyScope.READ);

    assertThat(ids(bound, "heron")).containsExactly(inside);
  }

  @Test
  default void narrowsByWorkspaceTypeAndTime() {
    Actor.Person alice = someone();
    WorkspaceId workspace = ground().workspace(alice.user());
    Conversation here = ground().conversationIn(workspace, "A falcon", alice);
    UUID noon = ground().said(at(alice, here, NOON)).id().value();
    UUID later = ground().said(at(alice, here, NOON.plusSeconds(60))).id().value();
    ground().said(at(alice, ground().conversation(alice), NOON));

    assertThat(ids(found(alice, "falcon", filter(workspace, Optional.empty(), Optional.empty()))))
        .containsExactlyInAnyOrder(noon, later);
    assertThat(ids(found(alice, "falcon", filter(workspace, Optional.of(LATER), Optional.empty()))))
        .containsExactly(later);
    assertThat(
            ids(found(alice, "falcon", filter(workspace, Optional.of(NOON), Optional.of(LATER)))))
        .containsExactly(noon);
  }

  private static Posting at(Actor.OfUser actor, Conversation conversation, Instant now) {
    return posting(actor, conversation.id(), "The falcon flies", now, Optional.empty());
  }

  private static SearchFilter filter(
      WorkspaceId workspace, Optional<Instant> from, Optional<Instant> to) {
    return new SearchFilter(Set.of(FoundType.MESSAGE), Optional.of(workspace), from, to);
  }

  private static List<UUID> ids(List<Found> found) {
    return found.stream().map(Found::id).toList();
  }

  @Test
  default void putsTheBestFirst() {
    Actor.Person alice = someone();
    Conversation conversation = ground().conversation(alice);
    UUID once = said(alice, conversation, "owl " + "and many other birds of the night ".repeat(9));
    UUID often = said(alice, conversation, "owl owl owl");

    List<Found> found = found(alice, "owl", EVERYTHING);

    assertThat(ids(found)).containsExactly(often, once);
    assertThat(found.getFirst().score()).isGreaterThan(found.getLast().score());
  }

  @Test
  default void leadsThroughAllThatFitsOnceEvenWhereAllFitAlike() {
    Actor.Person alice = someone();
    Conversation conversation = ground().conversation(alice);
    List<UUID> said =
        IntStream.range(0, 7).mapToObj(i -> said(alice, conversation, "A lark " + i)).toList();

    List<UUID> seen = new ArrayList<>();
    Optional<PageRequest> next = Optional.of(new PageRequest(3, Optional.empty()));
    while (next.isPresent()) {
      Page<Found> page =
          valueOf(search().search(alice, new SearchText("lark"), EVERYTHING, next.get()));
      page.items().forEach(it -> seen.add(it.id()));
      next = page.next().map(cursor -> new PageRequest(3, Optional.of(cursor)));
    }

    assertThat(seen).hasSize(7).containsExactlyInAnyOrderElementsOf(said);
  }
}
