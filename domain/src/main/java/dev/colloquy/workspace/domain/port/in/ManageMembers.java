package dev.colloquy.workspace.domain.port.in;

import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.UserId;
import dev.colloquy.shared.domain.WorkspaceId;
import dev.colloquy.workspace.domain.MemberRole;
import dev.colloquy.workspace.domain.NamedMember;
import java.util.concurrent.CompletionStage;

/** Takes members in, gives them roles and ends their membership; for owner and admins. */
public interface ManageMembers {

  /**
   * Fails with {@code NotFound}, {@code AccessDenied}, {@code Archived}, {@code Duplicate} where he
   * is a member, and with {@code ValidationError} at the newcomer's pointer where there is no such
   * active user or the role cannot be given.
   */
  CompletionStage<NamedMember> add(Add command);

  /**
   * Fails with {@code NotFound}, {@code AccessDenied}, {@code Archived}, {@code LastOwner} for the
   * owner's role, and with {@code ValidationError} where the role cannot be given.
   */
  CompletionStage<NamedMember> changeRole(ChangeRole command);

  /**
   * Ends a membership and with it whatever seats the user has beneath the workspace; members may
   * end their own. It succeeds in an archived workspace too. Fails with {@code NotFound}, {@code
   * AccessDenied} or {@code LastOwner}.
   */
  CompletionStage<Void> remove(Remove command);

  /** A newcomer, by what the caller knows of him. */
  sealed interface Newcomer {

    record ById(UserId user) implements Newcomer {}

    record ByEmail(String email) implements Newcomer {}
  }

  record Add(Actor.OfUser actor, WorkspaceId workspace, Newcomer newcomer, MemberRole role) {}

  record ChangeRole(Actor.OfUser actor, WorkspaceId workspace, UserId user, MemberRole role) {}

  record Remove(Actor.OfUser actor, WorkspaceId workspace, UserId user) {}
}
