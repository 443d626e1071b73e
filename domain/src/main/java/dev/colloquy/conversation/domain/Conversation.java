package dev.colloquy.conversation.domain;

import dev.colloquy.conversation.domain.ConversationException.LastParticipant;
import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.Change;
import dev.colloquy.shared.domain.CommonException.Archived;
import dev.colloquy.shared.domain.CommonException.NotFound;
import dev.colloquy.shared.domain.ConversationId;
import dev.colloquy.shared.domain.UserId;
import dev.colloquy.shared.domain.WorkspaceId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A conversation without what is said in it. Its decisions return the conversation with the events;
 * who may ask for them is decided by {@link Standing}.
 *
 * @param participants in the order they came; empty only where the last one lost his membership
 * @param deletedAt set while the conversation is deleted; the purge counts from there
 * @param version raised by one with every change; messages do not count
 */
public record Conversation(
    ConversationId id,
    Home home,
    UserId createdBy,
    ConversationDraft draft,
    List<UserId> participants,
    ConversationStatus status,
    Optional<ForkOrigin> forkedFrom,
    Instant createdAt,
    Instant updatedAt,
    Optional<Instant> deletedAt,
    long version) {

  public Conversation {
    participants = List.copyOf(participants);
  }

  /**
   * A fresh conversation of the actor's, in an active workspace.
   *
   * @param participants members of the workspace, the actor among them
   */
  public static Change<Conversation> start(
      Actor.OfUser actor,
      ConversationId id,
      WorkspaceId workspace,
      ConversationDraft draft,
      List<UserId> participants,
      Optional<ForkOrigin> forkedFrom,
      Instant now) {
    Conversation started =
        new Conversation(
            id,
            new Home(workspace, ConversationStatus.ACTIVE),
            actor.user(),
            draft,
            participants,
            ConversationStatus.ACTIVE,
            forkedFrom,
            now,
            now,
            Optional.empty(),
            1);
    return Change.of(started, new ConversationEvent.Created(actor, now, started));
  }

  /** The same conversation in its workspace as that is now. */
  public Conversation in(Home current) {
    return new Conversation(
        id,
        current,
        createdBy,
        draft,
        participants,
        status,
        forkedFrom,
        createdAt,
        updatedAt,
        deletedAt,
        version);
  }

  /** Whether it is gone, by itself or with its workspace. */
  public boolean isGone() {
    return status == ConversationStatus.DELETED || home.isDeleted();
  }

  public boolean isParticipant(UserId user) {
    return participants.contains(user);
  }

  /** Fails with {@link NotFound} where the conversation or its workspace is deleted. */
  public Conversation visible() {
    if (isGone()) {
      throw new NotFound("conversation");
    }
    return this;
  }

  /** Fails with {@link NotFound} or {@link Archived} unless the conversation takes changes. */
  public Conversation writable() {
    visible();
    if (home.status() == ConversationStatus.ARCHIVED) {
      throw new Archived("workspace");
    }
    if (status == ConversationStatus.ARCHIVED) {
      throw new Archived("conversation");
    }
    return this;
  }

  /** Gives it other contents; the same contents are no change. */
  public Change<Conversation> edit(Actor actor, ConversationDraft wanted, Instant now) {
    writable();
    if (wanted.equals(draft)) {
      return Change.nothing(this);
    }
    Conversation edited = next(wanted, participants, status, now);
    return Change.of(edited, new ConversationEvent.Updated(actor, now, edited));
  }

  /** Closes it for changes; an archived one stays as it is. */
  public Change<Conversation> archive(Actor actor, Instant now) {
    if (status == ConversationStatus.ARCHIVED) {
      return Change.nothing(this);
    }
    writable();
    Conversation archived = next(draft, participants, ConversationStatus.ARCHIVED, now);
    return Change.of(archived, new ConversationEvent.Archived(actor, now, archived));
  }

  /** Makes an archived or deleted one active again; an active one stays as it is. */
  public Change<Conversation> restore(Actor actor, Instant now) {
    if (home.status() == ConversationStatus.ARCHIVED) {
      throw new Archived("workspace");
    }
    if (status == ConversationStatus.ACTIVE) {
      return Change.nothing(this);
    }
    Conversation restored = next(draft, participants, ConversationStatus.ACTIVE, now);
    return Change.of(restored, new ConversationEvent.Restored(actor, now, restored));
  }

  /** Takes it away from everybody, until it is restored or purged. */
  public Change<Conversation> delete(Actor actor, Instant now) {
    if (home.status() == ConversationStatus.ARCHIVED) {
      throw new Archived("workspace");
    }
    Conversation deleted = next(draft, participants, ConversationStatus.DELETED, now);
    return Change.of(deleted, new ConversationEvent.Deleted(actor, now, deleted));
  }

  /** Takes a member of the workspace in; who takes part already is no change. */
  public Change<Conversation> admit(Actor actor, UserId user, Instant now) {
    writable();
    if (isParticipant(user)) {
      return Change.nothing(this);
    }
    List<UserId> more = new ArrayList<>(participants);
    more.add(user);
    Conversation joined = next(draft, more, status, now);
    return Change.of(joined, new ConversationEvent.ParticipantAdded(actor, now, joined, user));
  }

  /** Ends a participation, the leaver's own or another's; the last one stays. */
  public Change<Conversation> release(Actor actor, UserId user, Instant now) {
    writable();
    if (!isParticipant(user)) {
      throw new NotFound("participant");
    }
    if (participants.size() == 1) {
      throw new LastParticipant();
    }
    return withoutSeat(actor, user, now);
  }

  /** Ends the participation of somebody who lost his membership, even where he is the last one. */
  public Change<Conversation> expel(Actor actor, UserId user, Instant now) {
    return isParticipant(user) ? withoutSeat(actor, user, now) : Change.nothing(this);
  }

  private Change<Conversation> withoutSeat(Actor actor, UserId user, Instant now) {
    List<UserId> fewer = participants.stream().filter(it -> !it.equals(user)).toList();
    Conversation left = next(draft, fewer, status, now);
    return Change.of(left, new ConversationEvent.ParticipantRemoved(actor, now, left, user));
  }

  private Conversation next(
      ConversationDraft draft, List<UserId> participants, ConversationStatus status, Instant now) {
    Optional<Instant> deleted =
        status == ConversationStatus.DELETED
            ? deletedAt.or(() -> Optional.of(now))
            : Optional.empty();
    return new Conversation(
        id,
        home,
        createdBy,
        draft,
        participants,
        status,
        forkedFrom,
        createdAt,
        now,
        deleted,
        version + 1);
  }
}
