package dev.colloquy.conversation.testkit;

import dev.colloquy.conversation.domain.Conversation;
import dev.colloquy.conversation.domain.ConversationStatus;
import dev.colloquy.conversation.domain.Message;
import dev.colloquy.conversation.domain.MessageEvent;
import dev.colloquy.conversation.domain.MessageId;
import dev.colloquy.conversation.domain.MessageWindow;
import dev.colloquy.conversation.domain.Posting;
import dev.colloquy.conversation.domain.RequestKey;
import dev.colloquy.conversation.domain.port.out.MessageLog;
import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.ConversationId;
import dev.colloquy.shared.domain.Page;
import dev.colloquy.shared.domain.UserId;
import dev.colloquy.shared.domain.port.out.EventAppender;
import dev.colloquy.shared.domain.port.out.UnitOfWork;
import dev.colloquy.shared.testkit.InMemoryDatabase;
import dev.colloquy.shared.testkit.InMemoryUnitOfWork;
import dev.colloquy.shared.testkit.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Decides by the model what PostgreSQL decides in one statement. */
public final class InMemoryMessageLog implements MessageLog {

  private final InMemoryDatabase database;
  private final InMemoryConversations conversations;
  private final InMemoryMessages messages;
  private final EventAppender events;
  private final Table<KeyOfUser, Claim> claims;
  private final boolean alone;

  private InMemoryMessageLog(
      InMemoryDatabase database,
      InMemoryConversations conversations,
      InMemoryMessages messages,
      EventAppender events,
      Table<KeyOfUser, Claim> claims,
      boolean alone) {
    this.database = database;
    this.conversations = conversations;
    this.messages = messages;
    this.events = events;
    this.claims = claims;
    this.alone = alone;
  }

  /** Appends commit by themselves, one after the other. */
  public InMemoryMessageLog(
      InMemoryDatabase database,
      InMemoryConversations conversations,
      InMemoryMessages messages,
      EventAppender events) {
    this(database, conversations, messages, events, database.table(), true);
  }

  /** The same log, for appends that belong to the unit of work under way. */
  public InMemoryMessageLog inUnitOfWork() {
    return new InMemoryMessageLog(database, conversations, messages, events, claims, false);
  }

  @Override
  public synchronized CompletionStage<Outcome> append(Posting posting) {
    if (!alone) {
      return database.inUnitOfWork(() -> true).thenCompose(joined -> decide(posting));
    }
    UnitOfWork own = new InMemoryUnitOfWork(database);
    return database.alone(() -> true).thenCompose(free -> own.inTransaction(() -> decide(posting)));
  }

  @Override
  public CompletionStage<Listing> list(
      Actor.OfUser reader, ConversationId conversation, MessageWindow window, int limit) {
    return database.read(
        () ->
            conversations
                .row(conversation)
                .filter(it -> !it.isGone())
                .map(it -> listing(reader, it, window, limit))
                .orElseGet(NotFound::new));
  }

  private CompletionStage<Outcome> decide(Posting posting) {
    Optional<Conversation> found =
        conversations.row(posting.conversation()).filter(it -> !it.isGone());
    if (found.isEmpty()) {
      return CompletableFuture.completedFuture(new NotFound());
    }
    Conversation conversation = found.get();
    return refusal(posting, conversation)
        .<CompletionStage<Outcome>>map(CompletableFuture::completedFuture)
        .orElseGet(() -> appended(posting, conversation));
  }

  private Optional<Outcome> refusal(Posting posting, Conversation conversation) {
    if (!takesPart(posting.actor(), conversation)) {
      return Optional.of(new NotParticipant());
    }
    Optional<Outcome> replay = posting.key().flatMap(key -> replay(posting, key));
    if (replay.isPresent()) {
      return replay;
    }
    if (conversation.home().status() == ConversationStatus.ARCHIVED) {
      return Optional.of(new Outcome.Archived("workspace"));
    }
    if (conversation.status() == ConversationStatus.ARCHIVED) {
      return Optional.of(new Outcome.Archived("conversation"));
    }
    return posting
        .parent()
        .filter(parent -> messages.row(posting.conversation(), parent).isEmpty())
        .map(missing -> new Outcome.UnknownParent());
  }

  private Optional<Outcome> replay(Posting posting, RequestKey key) {
    return claims
        .get(new KeyOfUser(posting.actor().user(), key.key()))
        .filter(claim -> claim.expiresAt().isAfter(posting.now()))
        .map(claim -> claim.answers(key, posting) ? stored(claim) : new Outcome.KeyReused());
  }

  private Outcome stored(Claim claim) {
    return messages
        .row(claim.conversation(), claim.message())
        .<Outcome>map(Outcome.Replayed::new)
        .orElseGet(Outcome.KeyReused::new);
  }

  private CompletionStage<Outcome> appended(Posting posting, Conversation conversation) {
    Message message = posting.at(messages.of(posting.conversation()).size() + 1L);
    messages.insert(message);
    posting
        .key()
        .ifPresent(
            key ->
                claims.put(new KeyOfUser(posting.actor().user(), key.key()), claim(key, posting)));
    MessageEvent created =
        new MessageEvent.Created(
            posting.actor(), posting.now(), conversation.home().workspace(), message);
    return events.append(List.of(created)).thenApply(done -> new Outcome.Appended(message));
  }

  private Listing listing(
      Actor.OfUser reader, Conversation conversation, MessageWindow window, int limit) {
    if (!takesPart(reader, conversation)) {
      return new NotParticipant();
    }
    List<Message> inside =
        messages.of(conversation.id()).stream().filter(it -> window.holds(it.seq())).toList();
    List<Message> nearest = window.forward() ? inside : inside.reversed();
    int fitting =
        limit > SHORT_PAGE
            ? PageWeight.fitting(nearest.stream().map(Message::content).toList(), limit)
            : Math.min(limit, inside.size());
    int surplus = inside.size() - fitting;
    List<Message> page =
        window.forward()
            ? inside.subList(0, inside.size() - surplus)
            : inside.subList(surplus, inside.size());
    return new Listing.Listed(new Page<>(page, window.next(page, surplus > 0)));
  }

  private static boolean takesPart(Actor.OfUser actor, Conversation conversation) {
    return actor.reaches(conversation.home().workspace())
        && conversation.isParticipant(actor.user());
  }

  private static Claim claim(RequestKey key, Posting posting) {
    return new Claim(
        key.fingerprint(),
        posting.conversation(),
        posting.id(),
        RequestKey.forgottenAt(posting.now()));
  }

  private record KeyOfUser(UserId user, String key) {}

  private record Claim(
      String fingerprint, ConversationId conversation, MessageId message, Instant expiresAt) {

    boolean answers(RequestKey key, Posting posting) {
      return fingerprint.equals(key.fingerprint()) && conversation.equals(posting.conversation());
    }
  }
}
