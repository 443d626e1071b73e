package dev.colloquy.shared;

import static dev.colloquy.shared.testkit.Stages.valueOf;

import dev.colloquy.bootstrap.testing.PostgresTestResource;
import dev.colloquy.shared.adapter.persistence.Sql;
import dev.colloquy.shared.domain.ConversationId;
import dev.colloquy.shared.domain.Role;
import dev.colloquy.shared.domain.UserId;
import dev.colloquy.shared.domain.WorkspaceId;
import dev.colloquy.shared.domain.port.out.Ids;
import dev.colloquy.shared.domain.port.out.Memberships;
import dev.colloquy.shared.domain.port.out.UnitOfWork;
import dev.colloquy.shared.testkit.MembershipsContract;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.util.Locale;

@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class PgMembershipsTest implements MembershipsContract {

  private static final String USER =
      """
      insert into users (id, email, username, username_skeleton, name, role, tier, status,
        email_verified, preferences, metadata, created_at, updated_at, version)
      values ($1::uuid, $2 || '@example.org', $2, $2, 'Somebody', 'user', 'free', 'active',
        true, '{}', '{}', now(), now(), 1)""";

  // both in one statement: each row refers to the other
  private static final String WORKSPACE =
      """
      with seat as (
        insert into workspace_member (workspace_id, user_id, role, created_at)
        values ($1, $2, 'owner', now()))
      insert into workspace (id, owner_id, name, description, type, status, settings, metadata,
        created_at, updated_at, version)
      values ($1, $2, $1::uuid::text, 'For a test', 'general', 'active', '{}', '{}',
        now(), now(), 1)""";

  private static final String SEAT =
      """
      insert into workspace_member (workspace_id, user_id, role, created_at)
      values ($1, $2, $3, now())""";

  private static final String CONVERSATION =
      """
      insert into conversation (id, workspace_id, created_by, topic, modality, metadata, status,
        created_at, updated_at, version)
      values ($1, $2, $3, 'A test', 'chat', '{}', 'active', now(), now(), 1)""";

  private static final String PARTICIPANT =
      """
      insert into participant (conversation_id, user_id, workspace_id, joined_at, place)
      select id, $2, workspace_id, now(), 0 from conversation where id = $1""";

  @Inject Memberships memberships;
  @Inject UnitOfWork unitOfWork;
  @Inject Ids ids;
  @Inject Sql sql;

  @Override
  public Memberships memberships() {
    return memberships;
  }

  @Override
  public UnitOfWork unitOfWork() {
    return unitOfWork;
  }

  @Override
  public UserId user() {
    UserId user = new UserId(ids.next());
    write(USER, Tuple.of(user.value(), "u" + user.toString().replace("-", "")));
    return user;
  }

  @Override
  public WorkspaceId workspaceOf(UserId owner) {
    WorkspaceId workspace = new WorkspaceId(ids.next());
    write(WORKSPACE, Tuple.of(workspace.value(), owner.value()));
    return workspace;
  }

  @Override
  public void seat(WorkspaceId workspace, UserId user, Role role) {
    write(SEAT, Tuple.of(workspace.value(), user.value(), role.name().toLowerCase(Locale.ROOT)));
  }

  @Override
  public ConversationId conversationIn(WorkspaceId workspace, UserId creator) {
    ConversationId conversation = new ConversationId(ids.next());
    write(CONVERSATION, Tuple.of(conversation.value(), workspace.value(), creator.value()));
    participant(conversation, creator);
    return conversation;
  }

  @Override
  public void participant(ConversationId conversation, UserId user) {
    write(PARTICIPANT, Tuple.of(conversation.value(), user.value()));
  }

  @Override
  public void leave(ConversationId conversation, UserId user) {
    write(
        "delete from participant where conversation_id = $1 and user_id = $2",
        Tuple.of(conversation.value(), user.value()));
  }

  private void write(String statement, Tuple parameters) {
    valueOf(sql.alone(statement, parameters));
  }
}
