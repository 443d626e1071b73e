package dev.colloquy.run.adapter.persistence;

import dev.colloquy.model.domain.ModelId;
import dev.colloquy.run.domain.Complexity;
import dev.colloquy.run.domain.Importance;
import dev.colloquy.run.domain.OrchestrationRule;
import dev.colloquy.run.domain.OrchestrationRuleId;
import dev.colloquy.run.domain.RuleConditions;
import dev.colloquy.run.domain.RuleDraft;
import dev.colloquy.run.domain.Strategy;
import dev.colloquy.shared.adapter.persistence.Columns;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Between an orchestration rule and its row. */
final class OrchestrationRuleRows {

  /** The columns that {@link #rule} reads. */
  static final String COLUMNS =
      "id, strategy, models, importance, complexity, priority, enabled, created_at, updated_at,"
          + " version";

  private OrchestrationRuleRows() {}

  static OrchestrationRule rule(Row row) {
    return new OrchestrationRule(
        new OrchestrationRuleId(row.getUUID("id")),
        new RuleDraft(
            Columns.constant(Strategy.class, row.getString("strategy")),
            Arrays.stream(row.getArrayOfUUIDs("models")).map(ModelId::new).toList(),
            new RuleConditions(
                constants(Importance.class, row.getArrayOfStrings("importance")),
                constants(Complexity.class, row.getArrayOfStrings("complexity"))),
            row.getInteger("priority"),
            row.getBoolean("enabled")),
        Columns.instant(row, "created_at"),
        Columns.instant(row, "updated_at"),
        row.getLong("version"));
  }

  static Tuple row(OrchestrationRule rule) {
    RuleDraft draft = rule.draft();
    return Tuple.tuple()
        .addUUID(rule.id().value())
        .addString(Columns.text(draft.strategy()))
        .addArrayOfUUID(draft.models().stream().map(ModelId::value).toArray(UUID[]::new))
        .addArrayOfString(texts(draft.conditions().importance()))
        .addArrayOfString(texts(draft.conditions().complexity()))
        .addInteger(draft.priority())
        .addBoolean(draft.enabled())
        .addOffsetDateTime(Columns.timestamp(rule.createdAt()))
        .addOffsetDateTime(Columns.timestamp(rule.updatedAt()))
        .addLong(rule.version());
  }

  private static <E extends Enum<E>> Set<E> constants(Class<E> type, String[] texts) {
    return Arrays.stream(texts)
        .map(text -> Columns.constant(type, text))
        .collect(Collectors.toSet());
  }

  private static String[] texts(Set<? extends Enum<?>> constants) {
    return constants.stream().sorted().map(Columns::text).toArray(String[]::new);
  }
}
