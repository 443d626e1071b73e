package dev.colloquy.workspace.application;

import dev.colloquy.identity.domain.port.out.AccountEnds;
import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.InTurn;
import dev.colloquy.shared.domain.UserId;
import dev.colloquy.workspace.domain.Member;
import dev.colloquy.workspace.domain.MemberRole;
import dev.colloquy.workspace.domain.port.out.Members;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** Ends the memberships of whoever deletes his account. */
public final class EndedAccounts implements AccountEnds {

  private final Members members;
  private final MembershipEnd end;

  public EndedAccounts(Members members, MembershipEnd end) {
    this.members = members;
    this.end = end;
  }

  @Override
  public CompletionStage<Void> accountEnded(Actor actor, UserId user, Instant at) {
    return members
        .seatsOf(user)
        .thenApply(EndedAccounts::givenUp)
        .thenCompose(seats -> InTurn.each(seats, seat -> end.of(seat, actor, at)));
  }

  /** What he still owns is deleted already, or his account would be held; the purge takes it. */
  private static List<Member> givenUp(List<Member> seats) {
    return seats.stream().filter(seat -> seat.role() != MemberRole.OWNER).toList();
  }
}
