package dev.colloquy.workspace.domain.port.out;

import dev.colloquy.shared.domain.Change;
import dev.colloquy.shared.domain.Page;
import dev.colloquy.shared.domain.PageRequest;
import dev.colloquy.shared.domain.WorkspaceId;
import dev.colloquy.workspace.domain.Invitation;
import dev.colloquy.workspace.domain.InvitationId;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** The invitations; of their tokens only the hashes. Changes only inside a unit of work. */
public interface Invitations {

  /** Of this workspace, whatever became of it. */
  CompletionStage<Optional<Invitation>> find(WorkspaceId workspace, InvitationId id);

  /** By its token's hash, whatever became of it. */
  CompletionStage<Optional<Invitation>> findByToken(String tokenHash);

  /** Those that may still be answered at {@code now}, newest first. */
  CompletionStage<Page<Invitation>> openIn(WorkspaceId workspace, Instant now, PageRequest page);

  /** Writes a new invitation and its events. */
  CompletionStage<Invitation> add(Change<Invitation> offered, String tokenHash);

  /**
   * Writes what became of it and the events, or nothing where nothing changed.
   *
   * @return fails with {@code Conflict} where it is no longer pending
   */
  CompletionStage<Invitation> save(Change<Invitation> changed);
}
