package dev.colloquy.workspace.domain.port.out;

import dev.colloquy.shared.domain.Change;
import dev.colloquy.shared.domain.UserId;
import dev.colloquy.shared.domain.WorkspaceId;
import dev.colloquy.workspace.domain.Member;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Who belongs to which workspace. Changes are written only inside a unit of work. */
public interface Members {

  /** The seat, locked against other changes while a unit of work is under way. */
  CompletionStage<Optional<Member>> find(WorkspaceId workspace, UserId user);

  /** All seats of a user, locked as by {@link #find}; at most as many as he has workspaces. */
  CompletionStage<List<Member>> seatsOf(UserId user);

  /** Writes a new seat and its events; fails with {@code Duplicate} where the user has one. */
  CompletionStage<Member> add(Change<Member> joined);

  /** Writes another role and its events, or nothing where nothing changed. */
  CompletionStage<Member> save(Change<Member> changed);

  /** Ends the seat and writes the events. */
  CompletionStage<Void> remove(Change<Member> left);
}
