package dev.colloquy.run.adapter.rest;

import dev.colloquy.run.domain.Approval;
import dev.colloquy.shared.adapter.rest.answer.Text;
import dev.colloquy.shared.domain.UserId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A call of a tool that somebody has to allow.
 *
 * @param arguments as the model wrote them
 * @param expiresAt when it is denied by itself
 */
record ApprovalView(
    UUID id,
    UUID runId,
    UUID conversationId,
    UUID workspaceId,
    UUID startedBy,
    String callId,
    String tool,
    String arguments,
    String status,
    Instant requestedAt,
    Instant expiresAt,
    @Nullable UUID decidedBy,
    @Nullable Instant decidedAt) {

  static ApprovalView of(Approval it) {
    return new ApprovalView(
        it.id().value(),
        it.run().value(),
        it.conversation().value(),
        it.workspace().value(),
        it.startedBy().value(),
        it.request().id(),
        it.request().name(),
        it.request().arguments(),
        Text.of(it.status()),
        it.requestedAt(),
        it.expiresAt(),
        it.decidedBy().map(UserId::value).orElse(null),
        it.decidedAt().orElse(null));
  }
}
