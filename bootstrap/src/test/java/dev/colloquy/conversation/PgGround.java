package dev.colloquy.conversation;

import static dev.colloquy.shared.testkit.Stages.valueOf;

import dev.colloquy.conversation.adapter.persistence.PgDefaultConversations;
import dev.colloquy.conversation.adapter.persistence.PgFeedbacks;
import dev.colloquy.conversation.adapter.persistence.PgMessageLog;
import dev.colloquy.conversation.adapter.persistence.PgTypingSignals;
import dev.colloquy.conversation.domain.ConversationStatus;
import dev.colloquy.conversation.domain.port.out.ConversationReadModel;
import dev.colloquy.conversation.domain.port.out.Conversations;
import dev.colloquy.conversation.domain.port.out.DefaultConversations;
import dev.colloquy.conversation.domain.port.out.Feedbacks;
import dev.colloquy.conversation.domain.port.out.MessageLog;
import dev.colloquy.conversation.domain.port.out.Messages;
import dev.colloquy.conversation.domain.port.out.ReadMarkers;
import dev.colloquy.conversation.domain.port.out.TypingSignals;
import dev.colloquy.conversation.testkit.ConversationGround;
import dev.colloquy.shared.adapter.persistence.Columns;
import dev.colloquy.shared.adapter.persistence.Sql;
import dev.colloquy.shared.adapter.persistence.Wakeup;
import dev.colloquy.shared.domain.ConversationId;
import dev.colloquy.shared.domain.Precondition;
import dev.colloquy.shared.domain.Role;
import dev.colloquy.shared.domain.UserId;
import dev.colloquy.shared.domain.WorkspaceId;
import dev.colloquy.shared.domain.port.out.EventAppender;
import dev.colloquy.shared.domain.port.out.Ids;
import dev.colloquy.shared.domain.port.out.Memberships;
import dev.colloquy.shared.domain.port.out.UnitOfWork;
import dev.colloquy.shared.testkit.Actors;
import dev.colloquy.workspace.domain.port.in.CreateWorkspace;
import dev.colloquy.workspace.domain.port.in.ManageLifecycle;
import dev.colloquy.workspace.testkit.WorkspaceFixtures;
import io.vertx.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The PostgreSQL adapters of the running application. */
@ApplicationScoped
public class PgGround implements ConversationGround {

  @Inject UnitOfWork unitOfWork;
  @Inject Conversations conversations;
  @Inject Messages messages;
  @Inject ReadMarkers markers;
  @Inject EventAppender events;
  @Inject ConversationReadModel readModel;
  @Inject Memberships memberships;
  @Inject CreateWorkspace createWorkspace;
  @Inject ManageLifecycle lifecycle;
  @Inject Sql sql;
  @Inject Ids ids;
  @Inject Wakeup wakeup;

  @Override
  public UnitOfWork unitOfWork() {
    return unitOfWork;
  }

  @Override
  public Conversations conversations() {
    return conversations;
  }

  @Override
  public MessageLog log() {
    return PgMessageLog.alone(sql, ids, wakeup);
  }

  @Override
  public MessageLog logInUnitOfWork() {
    return PgMessageLog.inUnitOfWork(sql, ids, wakeup);
  }

  @Override
  public Messages messages() {
    return messages;
  }

  @Override
  public ReadMarkers markers() {
    return markers;
  }

  @Override
  public Feedbacks feedbacks() {
    return new PgFeedbacks(sql, events);
  }

  @Override
  public TypingSignals typing() {
    return new PgTypingSignals(sql, events);
  }

  @Override
  public DefaultConversations defaults() {
    return new PgDefaultConversations(sql);
  }

  @Override
  public ConversationReadModel readModel() {
    return readModel;
  }

  @Override
  public Memberships memberships() {
    return memberships;
  }

  @Override
  public UserId user() {
    UUID id = UUID.randomUUID();
    valueOf(
        sql.alone(
            """
            insert into users (id, email, username, username_skeleton, name, role, tier, status,
              email_verified, preferences, metadata, created_at, updated_at, version)
            values ($1, $2 || '@example.com', $2, $2, 'Test', 'user', 'free', 'active',
              true, '{}', '{}', now(), now(), 1)""",
            Tuple.of(id, "u" + id.toString().replace('-', '_'))));
    return new UserId(id);
  }

  @Override
  public WorkspaceId workspace(UserId owner) {
    String name = "Workspace " + UUID.randomUUID();
    return valueOf(
            createWorkspace.handle(
                new CreateWorkspace.Command(Actors.person(owner), WorkspaceFixtures.draft(name))))
        .workspace()
        .id();
  }

  @Override
  public void member(WorkspaceId workspace, UserId user, Role role) {
    valueOf(
        sql.alone(
            """
            insert into workspace_member (workspace_id, user_id, role, created_at)
            values ($1, $2, $3, now())""",
            Tuple.of(workspace.value(), user.value(), Columns.text(role))));
  }

  @Override
  public void turn(WorkspaceId workspace, ConversationStatus status) {
    ManageLifecycle.Command command =
        new ManageLifecycle.Command(
            Actors.person(owner(workspace)), workspace, new Precondition.Any());
    switch (status) {
      case ACTIVE -> valueOf(lifecycle.restore(command));
      case ARCHIVED -> valueOf(lifecycle.archive(command));
      case DELETED -> valueOf(lifecycle.delete(command));
    }
  }

  @Override
  public List<Map<String, @Nullable Object>> written(ConversationId conversation, String type) {
    return valueOf(
        sql.alone(
                """
                select data from (
                  select position as place, type, conversation_id, data from feed
                  union all
                  select 1000000000000 + id, type, conversation_id, data from outbox) written
                where conversation_id = $1 and type = $2 order by place""",
                Tuple.of(conversation.value(), type))
            .thenApply(rows -> Columns.list(rows, row -> Columns.object(row, "data"))));
  }

  private UserId owner(WorkspaceId workspace) {
    return valueOf(
        sql.alone("select owner_id from workspace where id = $1", Tuple.of(workspace.value()))
            .thenApply(rows -> new UserId(rows.iterator().next().getUUID("owner_id"))));
  }
}
