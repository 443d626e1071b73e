package dev.colloquy.model.adapter.persistence;

import dev.colloquy.model.domain.HealthCheck;
import dev.colloquy.model.domain.ModelException.ProviderInUse;
import dev.colloquy.model.domain.Provider;
import dev.colloquy.model.domain.ProviderId;
import dev.colloquy.model.domain.port.out.Providers;
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

/** Providers as rows of their table. */
public final class PgProviders implements Providers {

  private static final String FIND = "select * from provider where id = $1";

  private static final String LIST =
      "select * from provider where $1::uuid is null or id > $1 order by id limit $2";

  private static final String ADD =
      """
      insert into provider (id, version, name, base_url, status, api_key_sealed, api_key_hint,
        max_tokens_field, stream_options, developer_role, headers, rate_limit_per_minute,
        updated_at, kind, created_at)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)""";

  private static final String SAVE =
      """
      update provider set version = $2, name = $3, base_url = $4, status = $5,
        api_key_sealed = $6, api_key_hint = $7, max_tokens_field = $8, stream_options = $9,
        developer_role = $10, headers = $11, rate_limit_per_minute = $12, updated_at = $13
      where id = $1 and version = $2 - 1""";

  private static final String SAVE_CHECK =
      """
      update provider set checked_at = $2, check_latency_ms = $3, check_error_code = $4,
        check_error_detail = $5
      where id = $1""";

  private static final String IS_USED =
      "select exists (select 1 from model where provider_id = $1)";

  private static final String REMOVE = "delete from provider where id = $1 and version = $2";

  private final Sql sql;
  private final ChangeWriter writer;

  public PgProviders(Sql sql, EventAppender events) {
    this.sql = sql;
    this.writer = new ChangeWriter(sql, events);
  }

  @Override
  public CompletionStage<Optional<Provider>> find(ProviderId id) {
    return sql.read(FIND, Tuple.of(id.value()))
        .thenApply(rows -> Columns.first(rows, ProviderRows::provider));
  }

  @Override
  public CompletionStage<Page<Provider>> list(PageRequest page) {
    UUID after = page.after().map(cursor -> UUID.fromString(cursor.position())).orElse(null);
    return sql.read(LIST, Tuple.of(after, page.limit() + 1))
        .thenApply(rows -> Columns.list(rows, ProviderRows::provider))
        .thenApply(found -> Page.cut(found, page.limit(), each -> each.id().toString()));
  }

  @Override
  public CompletionStage<Provider> add(Change<Provider> added) {
    Provider it = added.now();
    Tuple row =
        ProviderRows.written(it)
            .addString(Columns.text(it.draft().kind()))
            .addOffsetDateTime(Columns.timestamp(it.createdAt()));
    return writer
        .write(ADD, row, added)
        .exceptionallyCompose(UniqueViolation.becomes(PgProviders::nameTaken));
  }

  @Override
  public CompletionStage<Provider> save(Change<Provider> changed) {
    if (changed.isNothing()) {
      return CompletableFuture.completedFuture(changed.now());
    }
    return writer
        .write(SAVE, ProviderRows.written(changed.now()), changed)
        .exceptionallyCompose(UniqueViolation.becomes(PgProviders::nameTaken));
  }

  @Override
  public CompletionStage<Provider> saveCheck(Change<Provider> checked) {
    HealthCheck check = checked.now().lastCheck().orElseThrow();
    return writer.write(SAVE_CHECK, ProviderRows.checked(checked.now(), check), checked);
  }

  @Override
  public CompletionStage<Void> remove(Change<Provider> deleted) {
    Provider it = deleted.now();
    return sql.inUnitOfWork(IS_USED, Tuple.of(it.id().value()))
        .thenAccept(PgProviders::requireUnused)
        .thenCompose(free -> writer.write(REMOVE, Tuple.of(it.id().value(), it.version()), deleted))
        .thenAccept(removed -> {});
  }

  private static void requireUnused(RowSet<Row> used) {
    if (used.iterator().next().getBoolean(0)) {
      throw new ProviderInUse();
    }
  }

  private static Duplicate nameTaken() {
    return new Duplicate("Another provider has this name.");
  }
}
