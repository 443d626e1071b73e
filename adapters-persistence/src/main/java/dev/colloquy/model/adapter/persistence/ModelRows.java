package dev.colloquy.model.adapter.persistence;

import dev.colloquy.model.domain.Capability;
import dev.colloquy.model.domain.Model;
import dev.colloquy.model.domain.ModelConfiguration;
import dev.colloquy.model.domain.ModelId;
import dev.colloquy.model.domain.ModelStatus;
import dev.colloquy.model.domain.Price;
import dev.colloquy.model.domain.ProviderId;
import dev.colloquy.shared.adapter.persistence.Columns;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** Between a model and its row. */
final class ModelRows {

  private ModelRows() {}

  static Model model(Row row) {
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

  static ModelConfiguration configuration(Row row) {
    return new ModelConfiguration(
        model(row),
        Columns.instant(row, "created_at"),
        Columns.instant(row, "updated_at"),
        row.getLong("version"));
  }

  /** What a decision may have changed, after id and version. */
  static Tuple written(ModelConfiguration configuration) {
    Model it = configuration.model();
    return Tuple.tuple()
        .addUUID(it.id().value())
        .addLong(configuration.version())
        .addString(it.name())
        .addString(it.displayName())
        .addInteger(it.tier())
        .addInteger(it.contextWindow())
        .addInteger(it.maxTokens())
        .addBigDecimal(it.price().input())
        .addBigDecimal(it.price().output())
        .addArrayOfString(
            it.capabilities().stream().sorted().map(Columns::text).toArray(String[]::new))
        .addInteger(it.priority())
        .addBoolean(it.enabled())
        .addString(Columns.text(it.status()))
        .addOffsetDateTime(Columns.timestamp(configuration.updatedAt()));
  }

  private static Set<Capability> capabilities(Row row) {
    return Arrays.stream(row.getArrayOfStrings("capabilities"))
        .map(it -> Columns.constant(Capability.class, it))
        .collect(Collectors.toUnmodifiableSet());
  }
}
