package dev.colloquy.model.adapter.rest;

import dev.colloquy.model.domain.Dialect;
import dev.colloquy.model.domain.ProviderDraft;
import dev.colloquy.model.domain.ProviderKey;
import dev.colloquy.model.domain.ProviderKind;
import dev.colloquy.model.domain.ProviderName;
import dev.colloquy.model.domain.ProviderStatus;
import dev.colloquy.shared.adapter.rest.body.Fields;
import dev.colloquy.shared.adapter.rest.body.Json;
import dev.colloquy.shared.adapter.rest.body.JsonBody;
import dev.colloquy.shared.domain.BaseUrl;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A new provider. */
record ProviderRequest(
    @Schema(implementation = String.class, minLength = 1, maxLength = 100, examples = "OpenAI")
        ProviderName name,
    @Schema(
            implementation = String.class,
            enumeration = {"openai", "anthropic", "ollama", "openai_compatible", "rehearsal"})
        ProviderKind kind,
    @Schema(
            implementation = String.class,
            required = false,
            maxLength = 2000,
            examples = "https://api.openai.com/v1",
            description = "The kind's usual one where missing; openai_compatible has none.")
        Optional<BaseUrl> baseUrl,
    @Schema(
            implementation = String.class,
            required = false,
            minLength = 1,
            maxLength = 1000,
            writeOnly = true,
            examples = "sk-…",
            description = "Kept encrypted and never shown again.")
        Optional<ProviderKey> apiKey,
    @Schema(implementation = DialectRequest.class, required = false)
        Optional<DialectRequest> dialect,
    @Schema(
            implementation = String.class,
            enumeration = {"active", "inactive"},
            defaultValue = "active",
            required = false)
        Optional<ProviderStatus> status,
    @Schema(
            implementation = Integer.class,
            required = false,
            minimum = "1",
            maximum = "1000000",
            description = "How often it is called in one minute at the most.")
        Optional<Integer> rateLimitPerMinute)
    implements JsonBody {

  static final Json<Integer> LIMIT = Json.whole(1, ProviderDraft.MOST_CALLS_PER_MINUTE);

  static ProviderRequest from(Fields fields) {
    return new ProviderRequest(
        fields.required("name", ProviderName::new),
        fields.required("kind", Json.oneOf(ProviderKind.class)),
        fields.optional("base_url", BaseUrl::of),
        fields.optional("api_key", ProviderKey::sent),
        fields.optional("dialect", Json.nested(DialectRequest::from)),
        fields.optional("status", Json.oneOf(ProviderStatus.class)),
        fields.optional("rate_limit_per_minute", LIMIT));
  }

  ProviderDraft draft() {
    Dialect usual = Dialect.usual(kind);
    return new ProviderDraft(
        name,
        kind,
        baseUrl,
        dialect.map(it -> it.applyTo(usual)).orElse(usual),
        status.orElse(ProviderStatus.ACTIVE),
        rateLimitPerMinute);
  }
}
