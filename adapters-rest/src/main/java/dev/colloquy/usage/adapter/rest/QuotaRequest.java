package dev.colloquy.usage.adapter.rest;

import dev.colloquy.shared.adapter.rest.body.Fields;
import dev.colloquy.shared.adapter.rest.body.Json;
import dev.colloquy.shared.adapter.rest.body.JsonBody;
import dev.colloquy.shared.domain.Actor;
import dev.colloquy.usage.domain.Metric;
import dev.colloquy.usage.domain.Period;
import dev.colloquy.usage.domain.Plan;
import dev.colloquy.usage.domain.QuotaSubject;
import dev.colloquy.usage.domain.port.in.ManageQuotas;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whom to limit, and to what. */
record QuotaRequest(
    @Schema(
            implementation = String.class,
            enumeration = {"user", "tier", "key", "workspace"})
        QuotaSubject.Kind subject,
    @Schema(implementation = UUID.class, required = false) Optional<UUID> subjectId,
    @Schema(
            implementation = String.class,
            required = false,
            enumeration = {"free", "pro", "enterprise"})
        Optional<Plan> tier,
    @Schema(
            implementation = String.class,
            enumeration = {"requests", "tokens", "cost"})
        Metric metric,
    @Schema(
            implementation = String.class,
            enumeration = {"day", "month"})
        Period period,
    @Schema(minimum = "0", maximum = "1000000000000", examples = "100000") BigDecimal limit)
    implements JsonBody {

  static QuotaRequest from(Fields fields) {
    QuotaRequest request =
        new QuotaRequest(
            fields.required("subject", Json.oneOf(QuotaSubject.Kind.class)),
            fields.optional("subject_id", Json.id(id -> id)),
            fields.optional("tier", Json.oneOf(Plan.class)),
            fields.required("metric", Json.oneOf(Metric.class)),
            fields.required("period", Json.oneOf(Period.class)),
            fields.required("limit", Json.number(BigDecimal::valueOf)));
    if (request.subject == QuotaSubject.Kind.TIER) {
      demand(fields, "tier", "subject_id");
    } else {
      demand(fields, "subject_id", "tier");
    }
    return request;
  }

  ManageQuotas.Create command(Actor.OfUser actor) {
    return new ManageQuotas.Create(
        actor, QuotaSubject.of(subject, subjectId, tier), metric, period, limit);
  }

  private static void demand(Fields fields, String wanted, String unwanted) {
    if (!fields.has(wanted)) {
      fields.refuse(wanted, "is required for this subject");
    }
    if (fields.has(unwanted)) {
      fields.refuse(unwanted, "does not go with this subject");
    }
  }
}
