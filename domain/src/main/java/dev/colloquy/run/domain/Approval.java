package dev.colloquy.run.domain;

import dev.colloquy.model.domain.ToolRequest;
import dev.colloquy.run.domain.RunException.ApprovalNotPending;
import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.CommonException.AccessDenied;
import dev.colloquy.shared.domain.ConversationId;
import dev.colloquy.shared.domain.Role;
import dev.colloquy.shared.domain.UserId;
import dev.colloquy.shared.domain.WorkspaceId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * A call of a tool that a model wants and somebody has to allow; its run waits meanwhile.
 *
 * @param startedBy who started the run, and so may decide
 * @param request the call as it will be made
 * @param decidedBy empty where time decided
 */
public record Approval(
    ApprovalId id,
    RunId run,
    ConversationId conversation,
    WorkspaceId workspace,
    UserId startedBy,
    ToolRequest request,
    ApprovalStatus status,
    Instant requestedAt,
    Instant expiresAt,
    Optional<UserId> decidedBy,
    Optional<Instant> decidedAt) {

  /** How long somebody has to decide. */
  public static final Duration MAX_WAIT = Duration.ofMinutes(10);

  /** Asks for one. */
  public static Approval of(ApprovalId id, Run run, ToolRequest request, Instant now) {
    return new Approval(
        id,
        run.id(),
        run.conversation(),
        run.workspace(),
        run.startedBy(),
        request,
        ApprovalStatus.PENDING,
        now,
        now.plus(MAX_WAIT),
        Optional.empty(),
        Optional.empty());
  }

  /**
   * Somebody says yes or no. Fails with {@link AccessDenied} for whoever neither started the run
   * nor owns or administers its workspace, and with {@link ApprovalNotPending}.
   *
   * @param roles what the actor is in the workspace
   */
  public Approval decide(Actor.OfUser actor, Set<Role> roles, boolean allowed, Instant now) {
    boolean starter = actor.user().equals(startedBy) && actor.reaches(workspace);
    boolean manages = roles.contains(Role.OWNER) || roles.contains(Role.ADMIN);
    if (actor instanceof Actor.Agent || !(starter || manages)) {
      throw new AccessDenied("Only who started the run or manages the workspace may decide this.");
    }
    if (status != ApprovalStatus.PENDING || now.isAfter(expiresAt)) {
      throw new ApprovalNotPending();
    }
    return with(
        allowed ? ApprovalStatus.APPROVED : ApprovalStatus.DENIED, Optional.of(actor.user()), now);
  }

  /** Nobody has said anything. */
  public Approval expire(Instant now) {
    return with(ApprovalStatus.EXPIRED, Optional.empty(), now);
  }

  private Approval with(ApprovalStatus decision, Optional<UserId> by, Instant now) {
    return new Approval(
        id,
        run,
        conversation,
        workspace,
        startedBy,
        request,
        decision,
        requestedAt,
        expiresAt,
        by,
        Optional.of(now));
  }
}
