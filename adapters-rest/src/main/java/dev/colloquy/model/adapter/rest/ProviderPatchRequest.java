package dev.colloquy.model.adapter.rest;

import dev.colloquy.model.domain.ProviderDraft;
import dev.colloquy.model.domain.ProviderKey;
import dev.colloquy.model.domain.ProviderName;
import dev.colloquy.model.domain.ProviderStatus;
import dev.colloquy.shared.adapter.rest.body.Fields;
import dev.colloquy.shared.adapter.rest.body.Json;
import dev.colloquy.shared.adapter.rest.body.JsonBody;
import dev.colloquy.shared.domain.BaseUrl;
import dev.colloquy.shared.domain.Patch;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A partial change; what is not mentioned stays. */
record ProviderPatchRequest(
    @Schema(implementation = String.class, minLength = 1, maxLength = 100)
        Optional<ProviderName> name,
    @Schema(implementation = String.class, maxLength = 2000, nullable = true)
        Patch<BaseUrl> baseUrl,
    @Schema(
            implementation = String.class,
            minLength = 1,
            maxLength = 1000,
            nullable = true,
            writeOnly = true,
            description = "Must be sent again when base_url leads to another server.")
        Patch<ProviderKey> apiKey,
    @Schema(implementation = DialectRequest.class) Optional<DialectRequest> dialect,
    @Schema(
            implementation = String.class,
            enumeration = {"active", "inactive"})
        Optional<ProviderStatus> status,
    @Schema(implementation = Integer.class, minimum = "1", maximum = "1000000", nullable = true)
        Patch<Integer> rateLimitPerMinute)
    implements JsonBody {

  static ProviderPatchRequest from(Fields fields) {
    return new ProviderPatchRequest(
        fields.change("name", ProviderName::new),
        fields.patch("base_url", BaseUrl::of),
        fields.patch("api_key", ProviderKey::sent),
        fields.change("dialect", Json.nested(DialectRequest::from)),
        fields.change("status", Json.oneOf(ProviderStatus.class)),
        fields.patch("rate_limit_per_minute", ProviderRequest.LIMIT));
  }

  ProviderDraft applyTo(ProviderDraft draft) {
    return new ProviderDraft(
        name.orElse(draft.name()),
        draft.kind(),
        baseUrl.applyTo(draft.baseUrl()),
        dialect.map(it -> it.applyTo(draft.dialect())).orElse(draft.dialect()),
        status.orElse(draft.status()),
        rateLimitPerMinute.applyTo(draft.callsPerMinute()));
  }
}
