package dev.colloquy.conversation.testkit;

import static dev.colloquy.conversation.testkit.ConversationFixtures.NOON;
import static dev.colloquy.conversation.testkit.ConversationFixtures.posting;
import static dev.colloquy.conversation.testkit.ConversationFixtures.started;
import static dev.colloquy.shared.testkit.Stages.PATIENCE;
import static dev.colloquy.shared.testkit.Stages.valueOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.colloquy.conversation.domain.Conversation;
import dev.colloquy.conversation.domain.Message;
import dev.colloquy.conversation.domain.MessageEvent;
import dev.colloquy.conversation.domain.MessageWindow;
import dev.colloquy.conversation.domain.RequestKey;
import dev.colloquy.conversation.domain.port.out.MessageLog.Listing;
import dev.colloquy.conversation.domain.port.out.MessageLog.NotParticipant;
import dev.colloquy.conversation.domain.port.out.MessageLog.Outcome;
import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.Change;
import dev.colloquy.shared.domain.Role;
import dev.colloquy.shared.domain.UserId;
import dev.colloquy.shared.domain.WorkspaceId;
import dev.colloquy.shared.testkit.Actors;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What every log of messages does with many callers at once. */
public interface MessageLogRaces {

  int WRITERS = 8;

  int MESSAGES = 25;

  ConversationGround ground();

  private Conversation conversation(Actor.OfUser starter, UserId... others) {
    WorkspaceId workspace = ground().workspace(starter.user());
    List.of(others).forEach(it -> ground().member(workspace, it, Role.EDITOR));
    return valueOf(
        ground()
            .unitOfWork()
            .inTransaction(
                () -> ground().conversations().add(started(starter, workspace, "Race", others))));
  }

  /** One after the other; the next as soon as the one before was answered. */
  private CompletableFuture<List<Outcome>> writer(Actor.OfUser actor, Conversation conversation) {
    CompletableFuture<List<Outcome>> done = CompletableFuture.completedFuture(new ArrayList<>());
    for (int i = 0; i < MESSAGES; i++) {
      String text = "Number " + i;
      done =
          done.thenCompose(
              outcomes ->
                  ground()
                      .log()
                      .append(posting(actor, conversation.id(), text))
                      .thenApply(
                          outcome -> {
                            outcomes.add(outcome);
                            return outcomes;
                          })
                      .toCompletableFuture());
    }
    return done;
  }

  private List<Outcome> all(List<CompletableFuture<List<Outcome>>> writers) {
    assertThat(CompletableFuture.allOf(writers.toArray(CompletableFuture[]::new)))
        .succeedsWithin(PATIENCE);
    return writers.stream().flatMap(writer -> writer.join().stream()).toList();
  }

  private List<Long> stored(Actor.OfUser reader, Conversation conversation) {
    Listing listing =
        valueOf(ground().log().list(reader, conversation.id(), new MessageWindow.After(0), 200));
    return ((Listing.Listed) listing).messages().items().stream().map(Message::seq).toList();
  }

  private Conversation changed(
      Conversation conversation, Function<Conversation, Change<Conversation>> decision) {
    return valueOf(
        ground()
            .unitOfWork()
            .inTransaction(
                () ->
                    ground()
                        .conversations()
                        .find(conversation.id())
                        .thenApply(found -> decision.apply(found.orElseThrow()))
                        .thenCompose(ground().conversations()::save)));
  }

  @Test
  default void leavesNoGapBetweenTheMessagesOfManyWriters() {
    Actor.Person alice = Actors.person(ground().user());
    Conversation conversation = conversation(alice);

    List<Outcome> outcomes =
        all(IntStream.range(0, WRITERS).mapToObj(i -> writer(alice, conversation)).toList());

    List<Long> expected = LongStream.rangeClosed(1, WRITERS * MESSAGES).boxed().toList();
    assertThat(outcomes)
        .allSatisfy(outcome -> assertThat(outcome).isInstanceOf(Outcome.Appended.class))
        .extracting(outcome -> ((Outcome.Appended) outcome).message().seq())
        .containsExactlyInAnyOrderElementsOf(expected);
    assertThat(stored(alice, conversation)).isEqualTo(expected);
  }

  @Test
  default void writesTheEventsInTheOrderOfTheMessages() {
    Actor.Person alice = Actors.person(ground().user());
    Conversation conversation = conversation(alice);

    all(IntStream.range(0, WRITERS).mapToObj(i -> writer(alice, conversation)).toList());

    assertThat(ground().written(conversation.id(), MessageEvent.Created.TYPE))
        .extracting(data -> ((Number) Objects.requireNonNull(data.get("seq"))).longValue())
        .isEqualTo(LongStream.rangeClosed(1, WRITERS * MESSAGES).boxed().toList());
  }

  @Test
  default void takesNothingAfterTheConversationWasArchived() {
    Actor.Person alice = Actors.person(ground().user());
    Conversation conversation = conversation(alice);
    List<CompletableFuture<List<Outcome>>> writers =
        IntStream.range(0, WRITERS).mapToObj(i -> writer(alice, conversation)).toList();

    changed(conversation, it -> it.archive(alice, NOON));
    int whenArchived = stored(alice, conversation).size();
    List<Outcome> outcomes = all(writers);

    assertThat(stored(alice, conversation)).hasSize(whenArchived);
    assertThat(outcomes)
        .filteredOn(outcome -> outcome instanceof Outcome.Appended)
        .hasSize(whenArchived);
    assertThat(outcomes)
        .filteredOn(outcome -> !(outcome instanceof Outcome.Appended))
        .allSatisfy(outcome -> assertThat(outcome).isEqualTo(new Outcome.Archived("conversation")));
  }

  @Test
  default void takesNothingFromSomebodyAfterHisRemoval() {
    Actor.Person alice = Actors.person(ground().user());
    Actor.Person bob = Actors.person(ground().user());
    Conversation conversation = conversation(alice, bob.user());
    List<CompletableFuture<List<Outcome>>> writers =
        IntStream.range(0, WRITERS).mapToObj(i -> writer(bob, conversation)).toList();

    changed(conversation, it -> it.release(alice, bob.user(), NOON));
    int whenRemoved = stored(alice, conversation).size();
    List<Outcome> outcomes = all(writers);

    assertThat(stored(alice, conversation)).hasSize(whenRemoved);
    assertThat(outcomes)
        .filteredOn(outcome -> !(outcome instanceof Outcome.Appended))
        .allSatisfy(outcome -> assertThat(outcome).isEqualTo(new NotParticipant()));
  }

  @Test
  default void leavesTheConversationsVersionToItsEditors() {
    Actor.Person alice = Actors.person(ground().user());
    Conversation conversation = conversation(alice);
    List<CompletableFuture<List<Outcome>>> writers =
        IntStream.range(0, WRITERS).mapToObj(i -> writer(alice, conversation)).toList();

    for (int i = 1; i <= 10; i++) {
      String topic = "Topic " + i;
      changed(conversation, it -> it.edit(alice, ConversationFixtures.draft(topic), NOON));
    }
    List<Outcome> outcomes = all(writers);

    assertThat(outcomes)
        .allSatisfy(outcome -> assertThat(outcome).isInstanceOf(Outcome.Appended.class));
    assertThat(valueOf(ground().conversations().find(conversation.id())))
        .map(Conversation::version)
        .contains(11L);
  }

  @Test
  default void givesOneRequestOneEffectHoweverOftenItArrivesAtOnce() {
    Actor.Person alice = Actors.person(ground().user());
    Conversation conversation = conversation(alice);
    Optional<RequestKey> key = Optional.of(new RequestKey("once", "a"));

    List<CompletableFuture<Outcome>> attempts =
        IntStream.range(0, WRITERS)
            .mapToObj(i -> posting(alice, conversation.id(), "Once", NOON, key))
            .map(posting -> ground().log().append(posting).toCompletableFuture())
            .toList();
    List<Outcome> outcomes = attempts.stream().map(attempt -> valueOf(attempt)).toList();

    assertThat(outcomes).filteredOn(it -> it instanceof Outcome.Appended).hasSize(1);
    assertThat(outcomes).filteredOn(it -> it instanceof Outcome.Replayed).hasSize(WRITERS - 1);
    assertThat(stored(alice, conversation)).containsExactly(1L);
  }
}
