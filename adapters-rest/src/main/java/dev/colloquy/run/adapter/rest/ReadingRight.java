package dev.colloquy.run.adapter.rest;

import dev.colloquy.event.domain.EventFilter;
import dev.colloquy.event.domain.Reader;
import dev.colloquy.event.domain.StreamItem;
import dev.colloquy.event.domain.port.in.FollowEvents;
import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.ConversationId;
import dev.colloquy.shared.domain.Scope;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/**
 * A reader's right to a conversation, for as long as he has it: an empty part of the conversation's
 * feed, which ends when he is removed, his session ends or his key is taken away.
 */
public final class ReadingRight implements Flow.Subscriber<StreamItem> {

  /** No event has this type. */
  private static final EventFilter NOTHING =
      new EventFilter(Set.of("run.nothing"), Optional.empty(), Optional.empty());

  private final Runnable beat;
  private final Runnable lost;
  private Flow.@Nullable Subscription subscription;

  /**
   * @param beat runs now and then
   * @param lost runs when he has it no more
   */
  public ReadingRight(Runnable beat, Runnable lost) {
    this.beat = beat;
    this.lost = lost;
  }

  public static FollowEvents.Query query(Actor.OfUser actor, ConversationId conversation) {
    return new FollowEvents.Query(
        new Reader(actor, Optional.of(new Scope.OfConversation(conversation)), NOTHING),
        OptionalLong.empty());
  }

  @Override
  public void onSubscribe(Flow.Subscription given) {
    subscription = given;
    given.request(1);
  }

  @Override
  public void onNext(StreamItem item) {
    if (item instanceof StreamItem.Quiet) {
      beat.run();
    }
    if (subscription != null) {
      subscription.request(1);
    }
  }

  @Override
  public void onError(Throwable failure) {
    lost.run();
  }

  @Override
  public void onComplete() {
    lost.run();
  }

  public void cancel() {
    if (subscription != null) {
      subscription.cancel();
    }
  }
}
