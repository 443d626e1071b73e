package dev.colloquy.usage.domain.port.out;

import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.Page;
import dev.colloquy.shared.domain.PageRequest;
import dev.colloquy.shared.domain.UserId;
import dev.colloquy.shared.domain.WorkspaceId;
import dev.colloquy.usage.domain.QuotaSubject;
import dev.colloquy.usage.domain.Standing;
import dev.colloquy.usage.domain.UsageGroup;
import dev.colloquy.usage.domain.UsageLine;
import dev.colloquy.usage.domain.UsageSpan;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Questions about usage. */
public interface UsageReadModel {

  /** The ledger's sums, in the order of their groups. */
  CompletionStage<Page<UsageLine>> sums(Filter filter, UsageGroup by, PageRequest page);

  /**
   * The quotas that apply to a user, or to the key that he comes with: his own, his tier's, those
   * of his keys and of the workspaces that he is a member of; the newest first.
   */
  CompletionStage<Page<Standing>> standings(Actor.OfUser actor, Instant now, PageRequest page);

  /** Whether there is somebody of this name. */
  CompletionStage<Boolean> knows(QuotaSubject subject);

  /**
   * Which calls are summed up.
   *
   * @param user whose; everybody's where empty
   * @param workspace within which; everywhere where empty
   */
  record Filter(Optional<UserId> user, Optional<WorkspaceId> workspace, UsageSpan span) {}
}
