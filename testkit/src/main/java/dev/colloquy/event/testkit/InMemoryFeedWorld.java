package dev.colloquy.event.testkit;

import dev.colloquy.event.domain.port.out.EventFeed;
import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.ConversationId;
import dev.colloquy.shared.domain.KeyScope;
import dev.colloquy.shared.domain.UserId;
import dev.colloquy.shared.domain.WorkspaceId;
import dev.colloquy.shared.testkit.Actors;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** The world around the feed in memory, which learns all of it from the events alone. */
public final class InMemoryFeedWorld implements FeedWorld {

  private final InMemoryEventFeed feed = new InMemoryEventFeed();

  @Override
  public EventFeed feed() {
    return feed;
  }

  @Override
  public Actor.Person someone() {
    return Actors.anyone();
  }

  @Override
  public Actor.Key keyFor(WorkspaceId workspace, UserId user) {
    return Actors.keyFor(workspace, user, KeyScope.READ);
  }

  @Override
  public WorkspaceId workspace(UserId owner) {
    WorkspaceId workspace = new WorkspaceId(UUID.randomUUID());
    happened(Happening.opened(workspace, owner));
    return workspace;
  }

  @Override
  public void join(WorkspaceId workspace, UserId user) {
    happened(Happening.joined(workspace, user));
  }

  @Override
  public void delete(WorkspaceId workspace) {
    happened(Happening.deleted(workspace));
  }

  @Override
  public ConversationId conversation(WorkspaceId workspace, List<UserId> participants) {
    ConversationId conversation = new ConversationId(UUID.randomUUID());
    happened(Happening.started(workspace, conversation, participants));
    return conversation;
  }

  @Override
  public void join(WorkspaceId workspace, ConversationId conversation, UserId user) {
    happened(Happening.joined(workspace, conversation, user));
  }

  @Override
  public void leave(WorkspaceId workspace, ConversationId conversation, UserId user) {
    happened(Happening.left(workspace, conversation, user));
  }

  @Override
  public void logOut(Actor.Person actor) {
    happened(Happening.ended(actor));
  }

  @Override
  public void happened(Happening... events) {
    Arrays.stream(events).forEach(feed::append);
  }
}
