package dev.colloquy.conversation.testkit;

import static dev.colloquy.conversation.testkit.ConversationFixtures.NOON;
import static dev.colloquy.shared.testkit.Stages.assertFailureOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.colloquy.conversation.domain.Conversation;
import dev.colloquy.conversation.domain.Feedback;
import dev.colloquy.conversation.domain.Message;
import dev.colloquy.conversation.domain.ReadMarker;
import dev.colloquy.conversation.domain.ReaderEvent;
import dev.colloquy.conversation.domain.port.in.SignalTyping;
import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.Change;
import dev.colloquy.shared.domain.UserId;
import dev.colloquy.shared.testkit.Actors;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every storage keeps of people in front of a conversation. */
public interface ReadersContract {

  ConversationGround ground();

  private Actor.Person someone() {
    return Actors.person(ground().user());
  }

  private void typing(Actor.OfUser actor, Conversation conversation, Instant at) {
    ground().within(() -> ground().typing().signal(signal(actor, conversation, at)));
  }

  private static ReaderEvent.Typing signal(
      Actor.OfUser actor, Conversation conversation, Instant at) {
    return new ReaderEvent.Typing(
        actor, at, conversation.home().workspace(), conversation.id(), actor.user());
  }

  private int signals(Conversation conversation) {
    return ground().written(conversation.id(), "conversation.typing").size();
  }

  @Test
  default void tellsOfOneTypingUserOnceInAPause() {
    Actor.Person alice = someone();
    Conversation conversation = ground().conversation(alice);

    typing(alice, conversation, NOON);
    typing(alice, conversation, NOON.plus(SignalTyping.PAUSE).minusMillis(1));
    assertThat(signals(conversation)).isEqualTo(1);

    typing(alice, conversation, NOON.plus(SignalTyping.PAUSE));
    assertThat(signals(conversation)).isEqualTo(2);

    // the pause runs from the last signal that was told
    typing(alice, conversation, NOON.plus(SignalTyping.PAUSE).plusMillis(1));
    assertThat(signals(conversation)).isEqualTo(2);
  }

  @Test
  default void tellsOfEachTypingUserAndOfEachConversation() {
    Actor.Person alice = someone();
    Actor.Person bob = someone();
    Conversation here = ground().conversation(alice, bob.user());
    Conversation there = ground().conversation(alice);

    typing(alice, here, NOON);
    typing(bob, here, NOON);
    typing(alice, there, NOON);

    assertThat(signals(here)).isEqualTo(2);
    assertThat(signals(there)).isEqualTo(1);
  }

  @Test
  default void keepsOneReadMarkerForEachReader() {
    Actor.Person alice = someone();
    UserId bob = ground().user();
    Conversation conversation = ground().conversation(alice, bob);

    marked(alice, conversation, 5);
    marked(alice, conversation, 2);

    assertThat(marker(conversation, alice.user()).map(ReadMarker::seq)).contains(2L);
    assertThat(marker(conversation, bob)).isEmpty();
    assertThat(ground().written(conversation.id(), "conversation.read")).hasSize(2);
  }

  private Optional<ReadMarker> marker(Conversation conversation, UserId user) {
    return ground().within(() -> ground().markers().find(conversation.id(), user));
  }

  private void marked(Actor.OfUser actor, Conversation conversation, long seq) {
    Change<ReadMarker> moved =
        marker(conversation, actor.user())
            .orElse(new ReadMarker(conversation.id(), actor.user(), 0))
            .to(actor, conversation.home(), seq, NOON);
    ground().within(() -> ground().markers().put(moved));
  }

  @Test
  default void keepsWhatEachUserThinksOfAMessageLast() {
    Actor.Person alice = someone();
    UserId bob = ground().user();
    Conversation conversation = ground().conversation(alice, bob);
    Message message = ground().said(alice, conversation, "Wise");
    Feedback last = new Feedback(5, Optional.of("Indeed"));

    rated(alice, conversation, message, new Feedback(1, Optional.empty()));
    rated(alice, conversation, message, last);
    rated(alice, conversation, message, last);

    assertThat(feedback(message, alice.user())).contains(last);
    assertThat(feedback(message, bob)).isEmpty();
    assertThat(ground().written(conversation.id(), "message.feedback.given")).hasSize(2);
  }

  private Optional<Feedback> feedback(Message message, UserId user) {
    return ground().within(() -> ground().feedbacks().find(message.id(), user));
  }

  private void rated(
      Actor.OfUser actor, Conversation conversation, Message message, Feedback feedback) {
    Change<Feedback> given =
        feedback.inPlaceOf(
            feedback(message, actor.user()),
            actor,
            actor.user(),
            conversation.home().workspace(),
            message,
            NOON);
    ground().within(() -> ground().feedbacks().put(message, actor.user(), given, NOON));
  }

  @Test
  default void remembersOneDefaultConversationAUser() {
    Actor.Person alice = someone();
    Conversation first = ground().conversation(alice);
    Conversation second = ground().conversation(alice);

    ground().within(() -> ground().defaults().put(alice.user(), first.id()));
    ground().within(() -> ground().defaults().put(alice.user(), second.id()));

    assertThat(ground().within(() -> ground().defaults().find(alice.user()))).contains(second.id());
    UserId nobody = ground().user();
    assertThat(ground().within(() -> ground().defaults().find(nobody))).isEmpty();
  }

  @Test
  default void keepsAllOfThisInsideAUnitOfWorkAlone() {
    Actor.Person alice = someone();
    Conversation conversation = ground().conversation(alice);

    assertFailureOf(ground().typing().signal(signal(alice, conversation, NOON)))
        .isInstanceOf(IllegalStateException.class);
    assertFailureOf(ground().markers().find(conversation.id(), alice.user()))
        .isInstanceOf(IllegalStateException.class);
    assertFailureOf(ground().defaults().put(alice.user(), conversation.id()))
        .isInstanceOf(IllegalStateException.class);
    assertThat(signals(conversation)).isZero();
  }
}
