package dev.colloquy.conversation.adapter.persistence;

import dev.colloquy.shared.adapter.persistence.Sql;
import dev.colloquy.shared.domain.WorkspaceId;
import dev.colloquy.workspace.domain.port.out.WorkspaceCloses;
import io.vertx.sqlclient.Tuple;
import java.util.concurrent.CompletionStage;

/** Closes and opens the heads of a workspace's conversations with it. */
public final class PgWorkspaceCloses implements WorkspaceCloses {

  // waits for messages that are being posted and lets no further one in
  private static final String CLOSE =
      """
      update conversation_head h set writable = false
      from conversation c
      where c.id = h.conversation_id and c.workspace_id = $1 and h.writable""";

  private static final String REOPEN =
      """
      update conversation_head h set writable = true
      from conversation c
      where c.id = h.conversation_id and c.workspace_id = $1 and c.status = 'active'
        and not h.writable""";

  private final Sql sql;

  public PgWorkspaceCloses(Sql sql) {
    this.sql = sql;
  }

  @Override
  public CompletionStage<Void> closed(WorkspaceId workspace) {
    return sql.inUnitOfWork(CLOSE, Tuple.of(workspace.value())).thenAccept(closed -> {});
  }

  @Override
  public CompletionStage<Void> reopened(WorkspaceId workspace) {
    return sql.inUnitOfWork(REOPEN, Tuple.of(workspace.value())).thenAccept(opened -> {});
  }
}
