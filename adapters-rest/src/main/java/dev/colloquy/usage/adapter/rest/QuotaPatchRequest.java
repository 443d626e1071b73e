package dev.colloquy.usage.adapter.rest;

import dev.colloquy.shared.adapter.rest.body.Fields;
import dev.colloquy.shared.adapter.rest.body.Json;
import dev.colloquy.shared.adapter.rest.body.JsonBody;
import java.math.BigDecimal;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Another limit; what a quota is of stays. */
record QuotaPatchRequest(
    @Schema(
            implementation = BigDecimal.class,
            minimum = "0",
            maximum = "1000000000000",
            examples = "200000")
        Optional<BigDecimal> limit)
    implements JsonBody {

  static QuotaPatchRequest from(Fields fields) {
    return new QuotaPatchRequest(fields.change("limit", Json.number(BigDecimal::valueOf)));
  }
}
