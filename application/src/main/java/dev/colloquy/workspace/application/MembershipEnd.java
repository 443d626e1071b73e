package dev.colloquy.workspace.application;

import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.InTurn;
import dev.colloquy.workspace.domain.Member;
import dev.colloquy.workspace.domain.port.out.Members;
import dev.colloquy.workspace.domain.port.out.MembershipEnds;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Ends a membership and every seat that the member has beneath the workspace. */
public final class MembershipEnd {

  private final Members members;
  private final List<MembershipEnds> above;

  public MembershipEnd(Members members, List<MembershipEnds> above) {
    this.members = members;
    this.above = List.copyOf(above);
  }

  /** The seats beneath first: no row may refer to a member who is gone. */
  CompletionStage<Void> of(Member seat, Actor actor, Instant now) {
    return CompletableFuture.completedFuture(seat)
        .thenApply(member -> member.leave(actor, now))
        .thenCompose(
            left ->
                InTurn.each(
                        above,
                        each -> each.membershipEnded(actor, seat.workspace(), seat.user(), now))
                    .thenCompose(done -> members.remove(left)));
  }
}
