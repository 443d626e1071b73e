package dev.colloquy.model.adapter.persistence;

import dev.colloquy.model.domain.CallableModel;
import dev.colloquy.model.domain.Model;
import dev.colloquy.model.domain.ModelEndpoint;
import dev.colloquy.model.domain.ModelId;
import dev.colloquy.model.domain.ProviderId;
import dev.colloquy.model.domain.ProviderKey;
import dev.colloquy.model.domain.SealedKey;
import dev.colloquy.model.domain.port.out.KeySafe;
import dev.colloquy.model.domain.port.out.Models;
import dev.colloquy.shared.adapter.persistence.Columns;
import dev.colloquy.shared.adapter.persistence.Sql;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Models as rows of their tables. */
public final class PgModels implements Models {

  private static final String USABLE =
      """

      from model m join provider p on p.id = m.provider_id
      where m.enabled and m.status <> 'inactive' and p.status = 'active'""";

  private static final String ENABLED =
      "select m.*" + USABLE + " order by m.priority, m.name, m.id";

  private static final String CALLABLE =
      """
      select m.*, p.version as endpoint_version, p.kind, p.base_url, p.headers, p.api_key_sealed,
        p.api_key_hint, p.max_tokens_field, p.stream_options, p.developer_role,
        p.rate_limit_per_minute"""
          + USABLE
          + " and m.id = $1";

  private static final String ENDPOINT =
      "select *, version as endpoint_version from provider where id = $1";

  private final Sql sql;
  private final KeySafe safe;

  public PgModels(Sql sql, KeySafe safe) {
    this.sql = sql;
    this.safe = safe;
  }

  @Override
  public CompletionStage<List<Model>> enabled() {
    return sql.read(ENABLED, Tuple.tuple()).thenApply(rows -> Columns.list(rows, ModelRows::model));
  }

  @Override
  public CompletionStage<Optional<CallableModel>> callable(ModelId model) {
    return sql.read(CALLABLE, Tuple.of(model.value()))
        .thenApply(rows -> Columns.first(rows, this::callable));
  }

  @Override
  public CompletionStage<Optional<ModelEndpoint>> endpointOf(ProviderId provider) {
    return sql.read(ENDPOINT, Tuple.of(provider.value()))
        .thenApply(rows -> Columns.first(rows, row -> endpoint(provider, row)));
  }

  private CallableModel callable(Row row) {
    Model model = ModelRows.model(row);
    return new CallableModel(model, endpoint(model.provider(), row));
  }

  private ModelEndpoint endpoint(ProviderId provider, Row row) {
    return new ModelEndpoint(
        provider,
        row.getLong("endpoint_version"),
        ProviderRows.kind(row),
        ProviderRows.baseUrl(row),
        ProviderRows.key(row).map(it -> opened(provider, it)),
        ProviderRows.dialect(row),
        row.getInteger("rate_limit_per_minute") != null);
  }

  private ProviderKey opened(ProviderId provider, SealedKey key) {
    return safe.open(provider, key)
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "the key of provider %s was not sealed here".formatted(provider)));
  }
}
