package dev.colloquy.run.testkit;

import dev.colloquy.run.domain.Summary;
import dev.colloquy.run.domain.port.out.Summaries;
import dev.colloquy.shared.domain.Change;
import dev.colloquy.shared.domain.ConversationId;
import dev.colloquy.shared.domain.port.out.EventAppender;
import dev.colloquy.shared.testkit.InMemoryDatabase;
import dev.colloquy.shared.testkit.Table;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Summaries in memory. */
public final class InMemorySummaries implements Summaries {

  private final InMemoryDatabase database;
  private final Table<ConversationId, Summary> summaries;
  private final EventAppender events;

  public InMemorySummaries(InMemoryDatabase database, EventAppender events) {
    this.database = database;
    this.summaries = database.table();
    this.events = events;
  }

  @Override
  public CompletionStage<Optional<Summary>> find(ConversationId conversation) {
    return database.read(() -> summaries.get(conversation));
  }

  @Override
  public CompletionStage<Summary> save(Change<Summary> written) {
    return database
        .inUnitOfWork(() -> isKept(written.now()))
        .thenCompose(
            kept ->
                kept ? events.append(written.events()) : CompletableFuture.completedFuture(null))
        .thenApply(told -> written.now());
  }

  private boolean isKept(Summary summary) {
    boolean standsForMore =
        summaries
            .get(summary.conversation())
            .filter(before -> before.upTo() > summary.upTo())
            .isPresent();
    if (!standsForMore) {
      summaries.put(summary.conversation(), summary);
    }
    return !standsForMore;
  }
}
