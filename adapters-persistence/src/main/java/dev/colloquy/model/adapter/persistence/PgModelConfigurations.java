package dev.colloquy.model.adapter.persistence;

import dev.colloquy.model.domain.ModelConfiguration;
import dev.colloquy.model.domain.ModelException.ModelInUse;
import dev.colloquy.model.domain.ModelId;
import dev.colloquy.model.domain.ProviderId;
import dev.colloquy.model.domain.port.out.ModelConfigurations;
import dev.colloquy.shared.adapter.persistence.ChangeWriter;
import dev.colloquy.shared.adapter.persistence.Columns;
import dev.colloquy.shared.adapter.persistence.Sql;
import dev.colloquy.shared.adapter.persistence.UniqueViolation;
import dev.colloquy.shared.domain.Change;
import dev.colloquy.shared.domain.CommonException.Duplicate;
import dev.colloquy.shared.domain.Page;
import dev.colloquy.shared.domain.PageRequest;
import dev.colloquy.shared.domain.port.out.EventAppender;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** How models are set up, as rows of their table. */
public final class PgModelConfigurations implements ModelConfigurations {

  private static final String FIND = "select * from model where id = $1";

  private static final String LIST =
      """
      select * from model
      where ($1::uuid is null or provider_id = $1) and ($2::uuid is null or id > $2)
      order by id limit $3""";

  private static final String ADD =
      """
      insert into model (id, version, name, display_name, tier, context_window, max_tokens,
        input_cost_per_1k, output_cost_per_1k, capabilities, priority, enabled, status, updated_at,
        provider_id, created_at)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)""";

  private static final String SAVE =
      """
      update model set version = $2, name = $3, display_name = $4, tier = $5, context_window = $6,
        max_tokens = $7, input_cost_per_1k = $8, output_cost_per_1k = $9, capabilities = $10,
        priority = $11, enabled = $12, status = $13, updated_at = $14
      where id = $1 and version = $2 - 1""";

  /** Runs are read here, never written. */
  private static final String IS_USED = "select exists (select 1 from run where model_id = $1)";

  private static final String REMOVE = "delete from model where id = $1 and version = $2";

  private final Sql sql;
  private final ChangeWriter writer;

  public PgModelConfigurations(Sql sql, EventAppender events) {
    this.sql = sql;
    this.writer = new ChangeWriter(sql, events);
  }

  @Override
  public CompletionStage<Optional<ModelConfiguration>> find(ModelId id) {
    return sql.read(FIND, Tuple.of(id.value()))
        .thenApply(rows -> Columns.first(rows, ModelRows::configuration));
  }

  @Override
  public CompletionStage<Page<ModelConfiguration>> list(
      Optional<ProviderId> provider, PageRequest page) {
    UUID after = page.after().map(cursor -> UUID.fromString(cursor.position())).orElse(null);
    UUID one = provider.map(ProviderId::value).orElse(null);
    return sql.read(LIST, Tuple.of(one, after, page.limit() + 1))
        .thenApply(rows -> Columns.list(rows, ModelRows::configuration))
        .thenApply(found -> Page.cut(found, page.limit(), each -> each.model().id().toString()));
  }

  @Override
  public CompletionStage<ModelConfiguration> add(Change<ModelConfiguration> added) {
    ModelConfiguration it = added.now();
    Tuple row =
        ModelRows.written(it)
            .addUUID(it.model().provider().value())
            .addOffsetDateTime(Columns.timestamp(it.createdAt()));
    return writer
        .write(ADD, row, added)
        .exceptionallyCompose(UniqueViolation.becomes(PgModelConfigurations::nameTaken));
  }

  @Override
  public CompletionStage<ModelConfiguration> save(Change<ModelConfiguration> changed) {
    if (changed.isNothing()) {
      return CompletableFuture.completedFuture(changed.now());
    }
    return writer
        .write(SAVE, ModelRows.written(changed.now()), changed)
        .exceptionallyCompose(UniqueViolation.becomes(PgModelConfigurations::nameTaken));
  }

  @Override
  public CompletionStage<Void> remove(Change<ModelConfiguration> deleted) {
    UUID id = deleted.now().model().id().value();
    return sql.inUnitOfWork(IS_USED, Tuple.of(id))
        .thenAccept(PgModelConfigurations::requireUnused)
        .thenCompose(free -> writer.write(REMOVE, Tuple.of(id, deleted.now().version()), deleted))
        .thenAccept(removed -> {});
  }

  private static void requireUnused(RowSet<Row> used) {
    if (used.iterator().next().getBoolean(0)) {
      throw new ModelInUse();
    }
  }

  private static Duplicate nameTaken() {
    return new Duplicate("The provider has another model of this name.");
  }
}
