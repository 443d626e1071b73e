package dev.colloquy.run.domain.port.in;

import dev.colloquy.run.domain.Approval;
import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.Page;
import dev.colloquy.shared.domain.PageRequest;
import java.util.concurrent.CompletionStage;

/** Reads what runs wait for. */
public interface BrowseApprovals {

  /** What the actor may decide now, the newest first. Fails with {@code AccessDenied}. */
  CompletionStage<Page<Approval>> pending(Actor.OfUser actor, PageRequest page);
}
