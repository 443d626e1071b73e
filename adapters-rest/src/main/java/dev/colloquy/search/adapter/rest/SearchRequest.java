package dev.colloquy.search.adapter.rest;

import dev.colloquy.search.domain.FoundType;
import dev.colloquy.search.domain.SearchFilter;
import dev.colloquy.search.domain.SearchText;
import dev.colloquy.shared.adapter.rest.body.Fields;
import dev.colloquy.shared.adapter.rest.body.Json;
import dev.colloquy.shared.adapter.rest.body.JsonBody;
import dev.colloquy.shared.domain.PageRequest;
import dev.colloquy.shared.domain.WorkspaceId;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What to look for, and where. */
record SearchRequest(
    @Schema(implementation = String.class, minLength = 1, maxLength = 500, examples = "launch plan")
        SearchText q,
    @Schema(
            implementation = String[].class,
            description = "message, conversation; all of them by default",
            required = false)
        Optional<List<FoundType>> types,
    @Schema(implementation = String.class, format = "uuid", required = false)
        Optional<WorkspaceId> workspaceId,
    @Schema(implementation = String.class, format = "date-time", required = false)
        Optional<Instant> from,
    @Schema(implementation = String.class, format = "date-time", required = false)
        Optional<Instant> to,
    @Schema(implementation = Integer.class, minimum = "1", maximum = "200", required = false)
        Optional<Integer> limit,
    @Schema(implementation = String.class, required = false) Optional<String> cursor)
    implements JsonBody {

  static SearchRequest from(Fields fields) {
    return new SearchRequest(
        fields.required("q", SearchText::new),
        fields.optional("types", Json.list(2, Json.oneOf(FoundType.class))),
        fields.optional("workspace_id", Json.id(WorkspaceId::new)),
        fields.optional("from", Json.instant()),
        fields.optional("to", Json.instant()),
        fields.optional("limit", Json.whole(1, PageRequest.MAX_LIMIT)),
        fields.optional("cursor", Json.text()));
  }

  SearchFilter filter() {
    Set<FoundType> wanted =
        types
            .filter(it -> !it.isEmpty())
            .<Set<FoundType>>map(Set::copyOf)
            .orElseGet(() -> EnumSet.allOf(FoundType.class));
    return new SearchFilter(wanted, workspaceId, from, to);
  }
}
