package dev.colloquy.model.adapter.persistence;

import dev.colloquy.model.domain.Dialect;
import dev.colloquy.model.domain.HealthCheck;
import dev.colloquy.model.domain.Provider;
import dev.colloquy.model.domain.ProviderDraft;
import dev.colloquy.model.domain.ProviderId;
import dev.colloquy.model.domain.ProviderKind;
import dev.colloquy.model.domain.ProviderName;
import dev.colloquy.model.domain.ProviderStatus;
import dev.colloquy.model.domain.SealedKey;
import dev.colloquy.shared.adapter.persistence.Columns;
import dev.colloquy.shared.domain.BaseUrl;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Between a provider and its row. */
final class ProviderRows {

  private ProviderRows() {}

  static Provider provider(Row row) {
    return new Provider(
        new ProviderId(row.getUUID("id")),
        new ProviderDraft(
            new ProviderName(row.getString("name")),
            kind(row),
            baseUrl(row).map(BaseUrl::new),
            dialect(row),
            Columns.constant(ProviderStatus.class, row.getString("status")),
            Optional.ofNullable(row.getInteger("rate_limit_per_minute"))),
        key(row),
        check(row),
        Columns.instant(row, "created_at"),
        Columns.instant(row, "updated_at"),
        row.getLong("version"));
  }

  static ProviderKind kind(Row row) {
    return Columns.constant(ProviderKind.class, row.getString("kind"));
  }

  static Optional<URI> baseUrl(Row row) {
    return Optional.ofNullable(row.getString("base_url")).map(URI::create);
  }

  static Dialect dialect(Row row) {
    Map<String, String> headers =
        Columns.object(row, "headers").entrySet().stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    Map.Entry::getKey, it -> String.valueOf(it.getValue())));
    return new Dialect(
        row.getString("max_tokens_field"),
        row.getBoolean("stream_options"),
        row.getBoolean("developer_role"),
        headers);
  }

  static Optional<SealedKey> key(Row row) {
    return Optional.ofNullable(row.getString("api_key_sealed"))
        .map(box -> new SealedKey(box, row.getString("api_key_hint")));
  }

  /** What a decision may have changed, after id and version. */
  static Tuple written(Provider it) {
    ProviderDraft draft = it.draft();
    return Tuple.tuple()
        .addUUID(it.id().value())
        .addLong(it.version())
        .addString(draft.name().value())
        .addString(draft.baseUrl().map(BaseUrl::toString).orElse(null))
        .addString(Columns.text(draft.status()))
        .addString(it.key().map(SealedKey::sealed).orElse(null))
        .addString(it.key().map(SealedKey::hint).orElse(null))
        .addString(draft.dialect().maxTokensField())
        .addBoolean(draft.dialect().streamOptions())
        .addBoolean(draft.dialect().developerRole())
        .addJsonObject(headers(draft.dialect()))
        .addInteger(draft.callsPerMinute().orElse(null))
        .addOffsetDateTime(Columns.timestamp(it.updatedAt()));
  }

  static Tuple checked(Provider it, HealthCheck check) {
    return Tuple.of(
        it.id().value(),
        Columns.timestamp(check.at()),
        check.latency().toMillis(),
        check.failure().map(HealthCheck.Failure::code).orElse(null),
        check.failure().map(HealthCheck.Failure::detail).orElse(null));
  }

  private static JsonObject headers(Dialect dialect) {
    JsonObject headers = new JsonObject();
    dialect.headers().forEach(headers::put);
    return headers;
  }

  private static Optional<HealthCheck> check(Row row) {
    return Columns.optionalInstant(row, "checked_at")
        .map(
            at ->
                new HealthCheck(
                    at, Duration.ofMillis(row.getLong("check_latency_ms")), failure(row)));
  }

  private static Optional<HealthCheck.Failure> failure(Row row) {
    return Optional.ofNullable(row.getString("check_error_code"))
        .map(code -> new HealthCheck.Failure(code, row.getString("check_error_detail")));
  }
}
