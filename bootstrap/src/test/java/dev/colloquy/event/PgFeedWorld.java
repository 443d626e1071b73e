package dev.colloquy.event;

import dev.colloquy.event.adapter.persistence.FeedNode;
import dev.colloquy.event.domain.port.out.EventFeed;
import dev.colloquy.event.testkit.FeedWorld;
import dev.colloquy.event.testkit.Happening;
import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.ConversationId;
import dev.colloquy.shared.domain.KeyScope;
import dev.colloquy.shared.domain.UserId;
import dev.colloquy.shared.domain.WorkspaceId;
import dev.colloquy.shared.testkit.Actors;
import java.util.List;
import java.util.UUID;

/**
 * The world around the feed in PostgreSQL: rows of other contexts, written as plainly as can be.
 */
final class PgFeedWorld implements FeedWorld {

  private final FeedDatabase database;
  private final FeedNode node;

  PgFeedWorld(FeedDatabase database, FeedNode node) {
    this.database = database;
    this.node = node;
  }

  @Override
  public EventFeed feed() {
    return node.feed();
  }

  @Override
  public Actor.Person someone() {
    Actor.Person person = Actors.anyone();
    UUID user = person.user().value();
    String name = "u" + user.toString().replace("-", "");
    database.execute(
        """
        insert into users (id, email, username, username_skeleton, name, role, tier, status,
                           email_verified, preferences, metadata, created_at, updated_at, version)
        values ($1, $2 || '@example.org', $2, $2, 'Somebody', 'user', 'free', 'active',
                true, '{}', '{}', now(), now(), 1)
        """,
        user,
        name);
    database.execute(
        """
        insert into login_session
          (id, user_id, address, user_agent, created_at, last_active_at, expires_at)
        values ($1, $2, '', '', now(), now(), now() + interval '1 day')
        """,
        person.session().value(),
        user);
    return person;
  }

  @Override
  public Actor.Key keyFor(WorkspaceId workspace, UserId user) {
    Actor.Key key = Actors.keyFor(workspace, user, KeyScope.READ);
    database.execute(
        """
        insert into api_key (id, user_id, secret_hash, shown, name, scopes, workspace_id, metadata,
                             created_at, updated_at, version)
        values ($1, $2, md5($1::text) || md5($2::text), '', 'a key', '{read}', $3, '{}',
                now(), now(), 1)
        """,
        key.key().value(),
        user.value(),
        workspace.value());
    return key;
  }

  @Override
  public WorkspaceId workspace(UserId owner) {
    WorkspaceId workspace = new WorkspaceId(UUID.randomUUID());
    database.execute(
        """
        with made as (
          insert into workspace (id, owner_id, name, description, type, status, settings, metadata,
                                 created_at, updated_at, version)
          values ($1, $2, $1::text, 'A place', 'general', 'active', '{}', '{}', now(), now(), 1)
        )
        insert into workspace_member (workspace_id, user_id, role, created_at)
        values ($1, $2, 'owner', now())
        """,
        workspace.value(),
        owner.value());
    happened(Happening.opened(workspace, owner));
    return workspace;
  }

  @Override
  public void join(WorkspaceId workspace, UserId user) {
    database.execute(
        """
        insert into workspace_member (workspace_id, user_id, role, created_at)
        values ($1, $2, 'viewer', now())
        """,
        workspace.value(),
        user.value());
    happened(Happening.joined(workspace, user));
  }

  @Override
  public void delete(WorkspaceId workspace) {
    database.execute(
        "update workspace set status = 'deleted', deleted_at = now() where id = $1",
        workspace.value());
    happened(Happening.deleted(workspace));
  }

  @Override
  public ConversationId conversation(WorkspaceId workspace, List<UserId> participants) {
    ConversationId conversation = new ConversationId(UUID.randomUUID());
    database.execute(
        """
        insert into conversation (id, workspace_id, created_by, topic, modality, metadata, status,
                                  created_at, updated_at, version)
        values ($1, $2, $3, 'A talk', 'chat', '{}', 'active', now(), now(), 1)
        """,
        conversation.value(),
        workspace.value(),
        participants.getFirst().value());
    participants.forEach(user -> seat(workspace, conversation, user));
    happened(Happening.started(workspace, conversation, participants));
    return conversation;
  }

  @Override
  public void join(WorkspaceId workspace, ConversationId conversation, UserId user) {
    seat(workspace, conversation, user);
    happened(Happening.joined(workspace, conversation, user));
  }

  @Override
  public void leave(WorkspaceId workspace, ConversationId conversation, UserId user) {
    database.execute(
        "delete from participant where conversation_id = $1 and user_id = $2",
        conversation.value(),
        user.value());
    happened(Happening.left(workspace, conversation, user));
  }

  @Override
  public void logOut(Actor.Person actor) {
    database.execute(
        "update login_session set ended_at = now() where id = $1", actor.session().value());
    happened(Happening.ended(actor));
  }

  @Override
  public void happened(Happening... events) {
    long before = database.lastPosition();
    database.write(events);
    node.wakeup().run();
    while (database.lastPosition() < before + events.length) {
      Thread.onSpinWait();
    }
  }

  private void seat(WorkspaceId workspace, ConversationId conversation, UserId user) {
    database.execute(
        """
        insert into participant (conversation_id, user_id, workspace_id, joined_at, place)
        select $1, $2, $3, now(), count(*) from participant where conversation_id = $1
        """,
        conversation.value(),
        user.value(),
        workspace.value());
  }
}
