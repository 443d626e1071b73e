package dev.colloquy.model.adapter.persistence;

import dev.colloquy.model.domain.Capability;
import dev.colloquy.model.domain.Dialect;
import dev.colloquy.model.domain.Model;
import dev.colloquy.model.domain.ModelEndpoint;
import dev.colloquy.model.domain.ModelId;
import dev.colloquy.model.domain.ModelStatus;
import dev.colloquy.model.domain.Price;
import dev.colloquy.model.domain.ProviderId;
import dev.colloquy.model.domain.ProviderKind;
import dev.colloquy.model.domain.port.out.Models;
import dev.colloquy.shared.adapter.persistence.Columns;
import dev.colloquy.shared.adapter.persistence.Sql;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;

/** Models as rows of their tables. */
public final class PgModels implements Models {

  private static final String ENABLED =
      """
      select m.* from model m join provider p on p.id = m.provider_id
      where m.enabled and m.status <> 'inactive' and p.status = 'active'
      order by m.priority, m.name, m.id""";

  private static final String ENDPOINT = "select kind, base_url from provider where id = $1";

  private final Sql sql;

  public PgModels(Sql sql) {
    this.sql = sql;
  }

  @Override
  public CompletionStage<List<Model>> enabled() {
    return sql.read(ENABLED, Tuple.tuple()).thenApply(rows -> Columns.list(rows, PgModels::model));
  }

  @Override
  public CompletionStage<Optional<ModelEndpoint>> endpointOf(ProviderId provider) {
    return sql.read(ENDPOINT, Tuple.of(provider.value()))
        .thenApply(rows -> Columns.first(rows, PgModels::endpoint));
  }

  private static ModelEndpoint endpoint(Row row) {
    ProviderKind kind = Columns.constant(ProviderKind.class, row.getString("kind"));
    return new ModelEndpoint(
        kind,
        Optional.ofNullable(row.getString("base_url")).map(URI::create),
        Optional.empty(),
        Dialect.usual(kind));
  }

  private static Model model(Row row) {
    return new Model(
        new ModelId(row.getUUID("id")),
        new ProviderId(row.getUUID("provider_id")),
        row.getString("name"),
        row.getString("display_name"),
        row.getInteger("tier"),
        row.getInteger("context_window"),
        row.getInteger("max_tokens"),
        new Price(row.getBigDecimal("input_cost_per_1k"), row.getBigDecimal("output_cost_per_1k")),
        capabilities(row),
        row.getInteger("priority"),
        row.getBoolean("enabled"),
        Columns.constant(ModelStatus.class, row.getString("status")));
  }

  private static Set<Capability> capabilities(Row row) {
    return Arrays.stream(row.getArrayOfStrings("capabilities"))
        .map(it -> Columns.constant(Capability.class, it))
        .collect(Collectors.toUnmodifiableSet());
  }
}
