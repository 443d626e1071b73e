package dev.colloquy.workspace.application;

import dev.colloquy.identity.domain.UserCard;
import dev.colloquy.identity.domain.port.in.FindUser;
import dev.colloquy.shared.domain.CommonException.NotFound;
import dev.colloquy.shared.domain.CommonException.ValidationError;
import dev.colloquy.shared.domain.UserId;
import dev.colloquy.shared.domain.WorkspaceId;
import dev.colloquy.shared.domain.port.out.UnitOfWork;
import dev.colloquy.workspace.domain.Member;
import dev.colloquy.workspace.domain.MemberRole;
import dev.colloquy.workspace.domain.NamedMember;
import dev.colloquy.workspace.domain.Standing;
import dev.colloquy.workspace.domain.WorkspaceException.LastOwner;
import dev.colloquy.workspace.domain.WorkspaceRight;
import dev.colloquy.workspace.domain.port.in.ManageMembers;
import dev.colloquy.workspace.domain.port.out.Members;
import dev.colloquy.workspace.domain.port.out.WorkspaceReadModel;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Takes members in, gives them roles and ends their membership. */
public final class ManageMembersHandler implements ManageMembers {

  private final UnitOfWork unitOfWork;
  private final WorkspaceAccess access;
  private final Members members;
  private final MembershipEnd end;
  private final FindUser users;
  private final WorkspaceReadModel readModel;
  private final Clock clock;

  public ManageMembersHandler(
      UnitOfWork unitOfWork,
      WorkspaceAccess access,
      Members members,
      MembershipEnd end,
      FindUser users,
      WorkspaceReadModel readModel,
      Clock clock) {
    this.unitOfWork = unitOfWork;
    this.access = access;
    this.members = members;
    this.end = end;
    this.users = users;
    this.readModel = readModel;
    this.clock = clock;
  }

  @Override
  public CompletionStage<NamedMember> add(Add command) {
    return unitOfWork.inTransaction(
        () ->
            access
                .of(command.actor(), command.workspace())
                .thenApply(ManageMembersHandler::manageable)
                .thenCompose(standing -> newcomer(command.newcomer()))
                .thenCompose(card -> joined(command, card)));
  }

  @Override
  public CompletionStage<NamedMember> changeRole(ChangeRole command) {
    return unitOfWork.inTransaction(
        () ->
            access
                .of(command.actor(), command.workspace())
                .thenApply(ManageMembersHandler::manageable)
                .thenCompose(standing -> seat(command.workspace(), command.user()))
                .thenApply(ManageMembersHandler::notTheOwner)
                .thenApply(seat -> seat.become(command.actor(), command.role(), clock.instant()))
                .thenCompose(members::save)
                .thenCompose(seat -> readModel.member(command.workspace(), command.user()))
                .thenApply(Optional::orElseThrow));
  }

  @Override
  public CompletionStage<Void> remove(Remove command) {
    return unitOfWork.inTransaction(
        () ->
            access
                .of(command.actor(), command.workspace())
                .thenApply(standing -> mayRemove(standing, command.user()))
                .thenCompose(standing -> seat(command.workspace(), command.user()))
                .thenCompose(seat -> end.of(seat, command.actor(), clock.instant())));
  }

  private static Standing manageable(Standing standing) {
    standing.demand(WorkspaceRight.MANAGE_MEMBERS).workspace().writable();
    return standing;
  }

  /** Everybody may leave; removing others is for those who manage members. */
  private static Standing mayRemove(Standing standing, UserId user) {
    return standing.actor().user().equals(user)
        ? standing.demand(WorkspaceRight.LEAVE)
        : standing.demand(WorkspaceRight.MANAGE_MEMBERS);
  }

  private CompletionStage<UserCard> newcomer(Newcomer newcomer) {
    return switch (newcomer) {
      case Newcomer.ById(UserId user) ->
          users.byId(user).thenApply(found -> known(found, "/user_id"));
      case Newcomer.ByEmail(String email) ->
          users.byEmail(email).thenApply(found -> known(found, "/email"));
    };
  }

  private static UserCard known(Optional<UserCard> found, String pointer) {
    return found.orElseThrow(() -> ValidationError.at(pointer, "there is no such user"));
  }

  private CompletionStage<NamedMember> joined(Add command, UserCard card) {
    return members
        .add(
            Member.join(
                command.actor(), command.workspace(), card.id(), command.role(), clock.instant()))
        .thenApply(member -> new NamedMember(member, card.name(), card.username()));
  }

  private CompletionStage<Member> seat(WorkspaceId workspace, UserId user) {
    return members
        .find(workspace, user)
        .thenApply(found -> found.orElseThrow(() -> new NotFound("member")));
  }

  private static Member notTheOwner(Member member) {
    if (member.role() == MemberRole.OWNER) {
      throw new LastOwner();
    }
    return member;
  }
}
