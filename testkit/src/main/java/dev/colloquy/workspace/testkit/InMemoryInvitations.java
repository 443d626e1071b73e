package dev.colloquy.workspace.testkit;

import dev.colloquy.shared.domain.Change;
import dev.colloquy.shared.domain.CommonException.Conflict;
import dev.colloquy.shared.domain.Page;
import dev.colloquy.shared.domain.PageRequest;
import dev.colloquy.shared.domain.WorkspaceId;
import dev.colloquy.shared.domain.port.out.EventAppender;
import dev.colloquy.shared.testkit.InMemoryDatabase;
import dev.colloquy.shared.testkit.Table;
import dev.colloquy.workspace.domain.Invitation;
import dev.colloquy.workspace.domain.InvitationId;
import dev.colloquy.workspace.domain.InvitationStatus;
import dev.colloquy.workspace.domain.port.out.Invitations;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Invitations in memory. */
public final class InMemoryInvitations implements Invitations {

  private final InMemoryDatabase database;
  private final Table<InvitationId, Invitation> invitations;
  private final Table<String, InvitationId> tokens;
  private final EventAppender events;

  public InMemoryInvitations(InMemoryDatabase database, EventAppender events) {
    this.database = database;
    this.invitations = database.table();
    this.tokens = database.table();
    this.events = events;
  }

  @Override
  public CompletionStage<Optional<Invitation>> find(WorkspaceId workspace, InvitationId id) {
    return database.read(() -> invitations.get(id).filter(it -> it.workspace().equals(workspace)));
  }

  @Override
  public CompletionStage<Optional<Invitation>> findByToken(String tokenHash) {
    return database.read(() -> tokens.get(tokenHash).flatMap(invitations::get));
  }

  @Override
  public CompletionStage<Page<Invitation>> openIn(
      WorkspaceId workspace, Instant now, PageRequest page) {
    return database.read(
        () -> Page.cut(open(workspace, now, page), page.limit(), it -> it.id().toString()));
  }

  @Override
  public CompletionStage<Invitation> add(Change<Invitation> offered, String tokenHash) {
    Invitation invitation = offered.now();
    return database
        .inUnitOfWork(
            () -> {
              tokens.put(tokenHash, invitation.id());
              invitations.put(invitation.id(), invitation);
              return invitation;
            })
        .thenCompose(added -> events.append(offered.events()))
        .thenApply(written -> invitation);
  }

  @Override
  public CompletionStage<Invitation> save(Change<Invitation> changed) {
    if (changed.isNothing()) {
      return CompletableFuture.completedFuture(changed.now());
    }
    return database
        .inUnitOfWork(() -> replaced(changed.now()))
        .thenCompose(saved -> events.append(changed.events()))
        .thenApply(written -> changed.now());
  }

  private Invitation replaced(Invitation invitation) {
    if (invitations.get(invitation.id()).filter(InMemoryInvitations::isPending).isEmpty()) {
      throw new Conflict("This invitation was answered or revoked at the same time.");
    }
    invitations.put(invitation.id(), invitation);
    return invitation;
  }

  private List<Invitation> open(WorkspaceId workspace, Instant now, PageRequest page) {
    String before = page.after().map(cursor -> cursor.position()).orElse("g");
    return invitations.values().stream()
        .filter(it -> it.workspace().equals(workspace) && isPending(it))
        .filter(it -> it.expiresAt().isAfter(now))
        .filter(it -> it.id().toString().compareTo(before) < 0)
        .sorted(Comparator.comparing((Invitation it) -> it.id().toString()).reversed())
        .limit(page.limit() + 1L)
        .toList();
  }

  private static boolean isPending(Invitation invitation) {
    return invitation.status() == InvitationStatus.PENDING;
  }
}
