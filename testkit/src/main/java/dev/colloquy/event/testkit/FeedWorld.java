package dev.colloquy.event.testkit;

import dev.colloquy.event.domain.port.out.EventFeed;
import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.ConversationId;
import dev.colloquy.shared.domain.UserId;
import dev.colloquy.shared.domain.WorkspaceId;
import java.util.List;

/**
 * A feed and the world that it tells of. Each of its steps changes what is stored and says so in
 * the feed, as one transaction does.
 */
public interface FeedWorld {

  EventFeed feed();

  /** Somebody new, logged in. */
  Actor.Person someone();

  /** A key of the user's that reads in one workspace. */
  Actor.Key keyFor(WorkspaceId workspace, UserId user);

  /** A workspace and its owner. */
  WorkspaceId workspace(UserId owner);

  void join(WorkspaceId workspace, UserId user);

  void delete(WorkspaceId workspace);

  ConversationId conversation(WorkspaceId workspace, List<UserId> participants);

  void join(WorkspaceId workspace, ConversationId conversation, UserId user);

  void leave(WorkspaceId workspace, ConversationId conversation, UserId user);

  void logOut(Actor.Person actor);

  void happened(Happening... events);
}
