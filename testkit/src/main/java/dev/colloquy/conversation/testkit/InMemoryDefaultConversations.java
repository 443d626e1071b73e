package dev.colloquy.conversation.testkit;

import dev.colloquy.conversation.domain.port.out.DefaultConversations;
import dev.colloquy.shared.domain.ConversationId;
import dev.colloquy.shared.domain.UserId;
import dev.colloquy.shared.testkit.InMemoryDatabase;
import dev.colloquy.shared.testkit.Table;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Keeps default conversations in memory. */
public final class InMemoryDefaultConversations implements DefaultConversations {

  private final InMemoryDatabase database;
  private final Table<UserId, ConversationId> rows;

  public InMemoryDefaultConversations(InMemoryDatabase database) {
    this.database = database;
    this.rows = database.table();
  }

  @Override
  public CompletionStage<Optional<ConversationId>> find(UserId user) {
    return database.inUnitOfWork(() -> rows.get(user));
  }

  @Override
  public CompletionStage<Void> put(UserId user, ConversationId conversation) {
    return database
        .inUnitOfWork(
            () -> {
              rows.put(user, conversation);
              return true;
            })
        .thenAccept(put -> {});
  }
}
