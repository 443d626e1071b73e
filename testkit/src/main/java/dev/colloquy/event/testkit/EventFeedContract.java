package dev.colloquy.event.testkit;

import static dev.colloquy.shared.testkit.Stages.PATIENCE;
import static dev.colloquy.shared.testkit.Stages.assertFailureOf;
import static dev.colloquy.shared.testkit.Stages.valueOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.colloquy.event.domain.EventException.ActorEnded;
import dev.colloquy.event.domain.EventFilter;
import dev.colloquy.event.domain.EventPage;
import dev.colloquy.event.domain.Reader;
import dev.colloquy.event.domain.StreamItem;
import dev.colloquy.event.domain.StreamItem.Connected;
import dev.colloquy.event.domain.StreamItem.Gap;
import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.CommonException.AccessDenied;
import dev.colloquy.shared.domain.CommonException.NotFound;
import dev.colloquy.shared.domain.ConversationId;
import dev.colloquy.shared.domain.RecordedEvent;
import dev.colloquy.shared.domain.Scope;
import dev.colloquy.shared.domain.WorkspaceId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every feed holds to. */
public interface EventFeedContract {

  /** The world of one test; others may happen in the same feed. */
  FeedWorld world();

  @Test
  default void showsEachReaderWhatIsHisInOrder() {
    Actor.Person mary = world().someone();
    Actor.Person paul = world().someone();
    WorkspaceId workspace = world().workspace(mary.user());
    ConversationId talk = world().conversation(workspace, List.of(mary.user()));
    world().join(workspace, paul.user());

    world()
        .happened(
            Happening.to(mary.user(), "hers"),
            Happening.said(workspace, talk, "in her conversation"),
            Happening.changed(workspace, "for all members"));

    assertThat(notes(page(everything(mary), 0, 200)))
        .containsExactly("hers", "in her conversation", "for all members");
    assertThat(notes(page(everything(paul), 0, 200))).containsExactly("for all members");
  }

  @Test
  default void goesOnWhereThePageBeforeEnded() {
    Actor.Person mary = world().someone();
    world()
        .happened(
            Happening.to(mary.user(), "1"),
            Happening.to(mary.user(), "2"),
            Happening.to(mary.user(), "3"));

    EventPage first = page(everything(mary), 0, 2);
    EventPage second = page(everything(mary), first.nextAfter(), 2);

    assertThat(notes(first)).containsExactly("1", "2");
    assertThat(first.nextAfter()).isEqualTo(first.items().getLast().position());
    assertThat(notes(second)).containsExactly("3");
    assertThat(second.nextAfter()).isEqualTo(second.head());
  }

  @Test
  default void filtersByTypeAndPlace() {
    Actor.Person mary = world().someone();
    WorkspaceId one = world().workspace(mary.user());
    WorkspaceId other = world().workspace(mary.user());
    ConversationId talk = world().conversation(one, List.of(mary.user()));
    world()
        .happened(
            Happening.changed(one, "one"),
            Happening.changed(other, "other"),
            Happening.said(one, talk, "said"));

    assertThat(notes(page(reader(mary, filter(Set.of("message.created"), null, null)), 0, 200)))
        .containsExactly("said");
    assertThat(notes(page(reader(mary, filter(Set.of(), one, null)), 0, 200)))
        .containsExactly("one", "said");
    assertThat(notes(page(reader(mary, filter(Set.of(), null, talk)), 0, 200)))
        .containsExactly("said");
    assertThat(notes(page(at(mary, new Scope.OfWorkspace(other)), 0, 200)))
        .containsExactly("other");
  }

  @Test
  default void refusesPlacesThatAreNotTheReaders() {
    Actor.Person mary = world().someone();
    Actor.Person paul = world().someone();
    WorkspaceId workspace = world().workspace(mary.user());
    ConversationId talk = world().conversation(workspace, List.of(mary.user()));
    world().join(workspace, paul.user());
    Scope unknown = new Scope.OfWorkspace(new WorkspaceId(UUID.randomUUID()));

    assertFailureOf(world().feed().page(at(paul, new Scope.OfConversation(talk)), 0, 10))
        .isInstanceOf(AccessDenied.class);
    assertFailureOf(world().feed().page(at(paul, unknown), 0, 10)).isInstanceOf(NotFound.class);
    try (StreamProbe stream = follow(at(paul, new Scope.OfConversation(talk)), null)) {
      assertFailureOf(stream.end()).isInstanceOf(AccessDenied.class);
      assertThat(stream.items()).isEmpty();
    }
  }

  @Test
  default void keepsAKeyWithinItsWorkspace() {
    Actor.Person mary = world().someone();
    WorkspaceId bound = world().workspace(mary.user());
    WorkspaceId other = world().workspace(mary.user());
    world()
        .happened(
            Happening.changed(bound, "bound"),
            Happening.changed(other, "other"),
            Happening.to(mary.user(), "hers"));
    Actor.OfUser key = world().keyFor(bound, mary.user());

    assertThat(notes(page(everything(key), 0, 200))).containsExactly("bound");
    assertFailureOf(world().feed().page(at(key, new Scope.OfWorkspace(other)), 0, 10))
        .isInstanceOf(AccessDenied.class);
  }

  @Test
  default void beginsNowAndTellsWhatComes() {
    Actor.Person mary = world().someone();
    world().happened(Happening.to(mary.user(), "before"));

    try (StreamProbe stream = follow(everything(mary), null).awaitConnected()) {
      world().happened(Happening.to(mary.user(), "1"), Happening.to(mary.user(), "2"));
      stream.awaitNote("2");

      assertThat(stream.items().getFirst()).isInstanceOf(Connected.class);
      assertThat(stream.notes()).containsExactly("1", "2");
    }
  }

  @Test
  default void resumesAfterAPositionWithoutLossOrRepetition() {
    Actor.Person mary = world().someone();
    world()
        .happened(
            Happening.to(mary.user(), "1"),
            Happening.to(mary.user(), "2"),
            Happening.to(mary.user(), "3"));
    long seen = page(everything(mary), 0, 200).items().getFirst().position();

    try (StreamProbe stream = follow(everything(mary), seen).awaitNote("3")) {
      world().happened(Happening.to(mary.user(), "4"));
      stream.awaitNote("4");

      assertThat(stream.notes()).containsExactly("2", "3", "4");
      assertThat(stream.items().stream().map(StreamItem::position)).isSorted();
    }
  }

  @Test
  default void tellsOfAGapBeyondTheHead() {
    Actor.Person mary = world().someone();
    world().happened(Happening.to(mary.user(), "last"));
    long future = 1L << 60;

    try (StreamProbe stream =
        follow(everything(mary), future).awaitItems(items -> items.size() >= 2)) {
      long head = ((Connected) stream.items().getFirst()).position();

      assertThat(stream.items().get(1)).isEqualTo(new Gap(head + 1, future, head));
    }
  }

  @Test
  default void givesNoMoreThanWasAskedFor() {
    Actor.Person mary = world().someone();

    try (StreamProbe stream = follow(everything(mary), null, 2).awaitConnected()) {
      world()
          .happened(
              Happening.to(mary.user(), "1"),
              Happening.to(mary.user(), "2"),
              Happening.to(mary.user(), "3"));
      stream.awaitNote("1");
      List<String> before = stream.notes();
      stream.request(2);
      stream.awaitNote("3");

      assertThat(before).containsExactly("1");
      assertThat(stream.notes()).containsExactly("1", "2", "3");
    }
  }

  @Test
  default void tellsWhoeverJoinsWhatComesFromThenOn() {
    Actor.Person mary = world().someone();
    Actor.Person paul = world().someone();
    WorkspaceId workspace = world().workspace(mary.user());
    ConversationId talk = world().conversation(workspace, List.of(mary.user()));

    try (StreamProbe stream = follow(everything(paul), null).awaitConnected()) {
      world().happened(Happening.said(workspace, talk, "before"));
      world().join(workspace, paul.user());
      world().join(workspace, talk, paul.user());
      world().happened(Happening.said(workspace, talk, "after"));
      stream.awaitNote("after");

      // what was said before is his to see now too, but a stream does not turn back for it
      assertThat(stream.notes()).endsWith("after").doesNotHaveDuplicates();
    }
  }

  @Test
  default void deliversNothingAfterAWithdrawalAndEndsTheStreamOfThePlace() {
    Actor.Person mary = world().someone();
    Actor.Person paul = world().someone();
    WorkspaceId workspace = world().workspace(mary.user());
    world().join(workspace, paul.user());
    ConversationId talk = world().conversation(workspace, List.of(mary.user(), paul.user()));

    try (StreamProbe all = follow(everything(paul), null).awaitConnected();
        StreamProbe place = follow(at(paul, new Scope.OfConversation(talk)), null)) {
      place.awaitConnected();
      world().happened(Happening.said(workspace, talk, "before"));
      world().leave(workspace, talk, paul.user());
      world()
          .happened(
              Happening.said(workspace, talk, "after"), Happening.to(paul.user(), "still his"));
      all.awaitNote("still his");

      assertThat(place.end()).succeedsWithin(PATIENCE);
      assertThat(place.notes()).isSubsetOf("before");
      assertThat(all.notes()).doesNotContain("after");
    }
    assertThat(notes(page(everything(paul), 0, 200))).containsExactly("still his");
  }

  @Test
  default void tellsAUserWhoReadsAllAndOnePlaceBoth() {
    Actor.Person mary = world().someone();
    WorkspaceId workspace = world().workspace(mary.user());
    ConversationId talk = world().conversation(workspace, List.of(mary.user()));
    ConversationId other = world().conversation(workspace, List.of(mary.user()));

    try (StreamProbe place = follow(at(mary, new Scope.OfConversation(talk)), null);
        StreamProbe all = follow(everything(mary), null)) {
      place.awaitConnected();
      all.awaitConnected();
      world()
          .happened(
              Happening.said(workspace, talk, "here"),
              Happening.said(workspace, other, "there"),
              Happening.said(workspace, talk, "here again"));
      place.awaitNote("here again");
      all.awaitNote("here again");

      assertThat(place.notes()).containsExactly("here", "here again");
      assertThat(all.notes()).containsExactly("here", "there", "here again");
    }
  }

  @Test
  default void forgetsWhatWasTakenBack() {
    Actor.Person mary = world().someone();
    WorkspaceId workspace = world().workspace(mary.user());
    ConversationId talk = world().conversation(workspace, List.of(mary.user()));
    Reader reader = at(mary, new Scope.OfConversation(talk));
    Happening earlier = Happening.said(workspace, talk, "earlier");
    Happening atOnce = Happening.said(workspace, talk, "at once");
    long before = page(reader, 0, 200).head();
    world().happened(earlier, Happening.said(workspace, talk, "stays"));

    world().happened(atOnce, Happening.takenBack(earlier), Happening.takenBack(atOnce));

    assertThat(notes(page(reader, 0, 200))).containsExactly("stays");
    assertThat(types(page(reader, before, 200)))
        .containsExactly(
            "message.created",
            "message.created",
            "message.created",
            "message.deleted",
            "message.deleted");
    try (StreamProbe stream = follow(reader, before).awaitItems(items -> items.size() >= 6)) {
      assertThat(stream.notes()).containsExactly("stays");
    }
  }

  @Test
  default void endsTheStreamOfAWorkspaceThatIsDeleted() {
    Actor.Person mary = world().someone();
    WorkspaceId workspace = world().workspace(mary.user());
    ConversationId talk = world().conversation(workspace, List.of(mary.user()));

    try (StreamProbe place = follow(at(mary, new Scope.OfConversation(talk)), null);
        StreamProbe all = follow(everything(mary), null).awaitConnected()) {
      place.awaitConnected();
      world().delete(workspace);
      world()
          .happened(Happening.changed(workspace, "gone"), Happening.to(mary.user(), "still hers"));
      all.awaitNote("still hers");

      assertThat(place.end()).succeedsWithin(PATIENCE);
      assertThat(all.notes()).doesNotContain("gone");
      assertThat(types(page(everything(mary), 0, 200))).contains("workspace.deleted");
      assertThat(notes(page(everything(mary), 0, 200))).containsExactly("still hers");
    }
  }

  @Test
  default void endsTheStreamsOfASessionThatEnds() {
    Actor.Person mary = world().someone();

    try (StreamProbe stream = follow(everything(mary), null).awaitConnected()) {
      world().logOut(mary);

      assertThat(stream.end()).succeedsWithin(PATIENCE);
    }
    assertFailureOf(world().feed().page(everything(mary), 0, 10)).isInstanceOf(ActorEnded.class);
  }

  private EventPage page(Reader reader, long after, int limit) {
    return valueOf(world().feed().page(reader, after, limit));
  }

  private StreamProbe follow(Reader reader, @Nullable Long after) {
    return follow(reader, after, Long.MAX_VALUE);
  }

  private StreamProbe follow(Reader reader, @Nullable Long after, long demand) {
    OptionalLong from = after == null ? OptionalLong.empty() : OptionalLong.of(after);
    return StreamProbe.of(demand, executor -> world().feed().follow(reader, from, executor));
  }

  private static Reader everything(Actor.OfUser actor) {
    return reader(actor, EventFilter.all());
  }

  private static Reader reader(Actor.OfUser actor, EventFilter filter) {
    return new Reader(actor, Optional.empty(), filter);
  }

  private static Reader at(Actor.OfUser actor, Scope place) {
    return new Reader(actor, Optional.of(place), EventFilter.all());
  }

  private static EventFilter filter(
      Set<String> types, @Nullable WorkspaceId workspace, @Nullable ConversationId conversation) {
    return new EventFilter(
        types, Optional.ofNullable(workspace), Optional.ofNullable(conversation));
  }

  private static List<String> notes(EventPage page) {
    List<String> notes = new ArrayList<>();
    for (RecordedEvent event : page.items()) {
      Object note = event.data().get("note");
      if (note != null) {
        notes.add(note.toString());
      }
    }
    return notes;
  }

  private static List<String> types(EventPage page) {
    return page.items().stream().map(RecordedEvent::type).toList();
  }
}
