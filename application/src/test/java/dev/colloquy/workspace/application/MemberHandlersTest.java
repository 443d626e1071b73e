package dev.colloquy.workspace.application;

import static dev.colloquy.shared.testkit.Stages.assertFailureOf;
import static dev.colloquy.shared.testkit.Stages.valueOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.CommonException.AccessDenied;
import dev.colloquy.shared.domain.CommonException.Archived;
import dev.colloquy.shared.domain.CommonException.Duplicate;
import dev.colloquy.shared.domain.CommonException.NotFound;
import dev.colloquy.shared.domain.CommonException.ValidationError;
import dev.colloquy.shared.domain.KeyScope;
import dev.colloquy.shared.domain.PageRequest;
import dev.colloquy.shared.testkit.Actors;
import dev.colloquy.workspace.domain.MemberRole;
import dev.colloquy.workspace.domain.NamedMember;
import dev.colloquy.workspace.domain.Workspace;
import dev.colloquy.workspace.domain.WorkspaceException.LastOwner;
import dev.colloquy.workspace.domain.port.in.ManageMembers;
import dev.colloquy.workspace.domain.port.in.ManageMembers.Newcomer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

final class MemberHandlersTest {

  private final WorkspaceWorld world = WorkspaceWorld.prompt();
  private final Actor.Person owner = world.user("ada");
  private final Workspace workspace = world.workspace(owner, "Atlas");
  private final Actor.Person admin = world.member(owner, workspace.id(), "bob", MemberRole.ADMIN);
  private final Actor.Person editor = world.member(owner, workspace.id(), "cyd", MemberRole.EDITOR);

  private CompletionStage<NamedMember> add(Actor.OfUser actor, Newcomer newcomer) {
    return world
        .manageMembers()
        .add(new ManageMembers.Add(actor, workspace.id(), newcomer, MemberRole.VIEWER));
  }

  private CompletionStage<NamedMember> promote(Actor.OfUser actor, Actor.OfUser member) {
    return world
        .manageMembers()
        .changeRole(
            new ManageMembers.ChangeRole(actor, workspace.id(), member.user(), MemberRole.ADMIN));
  }

  private CompletionStage<Void> remove(Actor.OfUser actor, Actor.OfUser member) {
    return world
        .manageMembers()
        .remove(new ManageMembers.Remove(actor, workspace.id(), member.user()));
  }

  @Test
  void takesSomebodyInByAddress() {
    Actor.Person dan = world.user("dan");

    NamedMember joined = valueOf(add(admin, new Newcomer.ByEmail("dan@example.com")));

    assertThat(joined.member().user()).isEqualTo(dan.user());
    assertThat(joined.username()).isEqualTo("dan");
    assertThat(world.events.types()).endsWith("workspace.member.added");
  }

  @Test
  void refusesUsersWhoDoNotExistAtTheirPointer() {
    assertFailureOf(add(admin, new Newcomer.ByEmail("nobody@example.com")))
        .isInstanceOfSatisfying(
            ValidationError.class,
            it -> assertThat(it.violations().getFirst().pointer()).isEqualTo("/email"));
    assertFailureOf(add(admin, new Newcomer.ById(Actors.anyUser())))
        .isInstanceOf(ValidationError.class);
  }

  @Test
  void refusesSomebodyWhoIsAMemberAlready() {
    assertFailureOf(add(owner, new Newcomer.ById(editor.user()))).isInstanceOf(Duplicate.class);
  }

  @Test
  void letsOnlyOwnerAndAdminsManage() {
    Actor.Person dan = world.user("dan");

    assertFailureOf(add(editor, new Newcomer.ById(dan.user()))).isInstanceOf(AccessDenied.class);
    assertFailureOf(promote(editor, editor)).isInstanceOf(AccessDenied.class);
    assertFailureOf(remove(editor, admin)).isInstanceOf(AccessDenied.class);
    assertFailureOf(add(Actors.key(owner.user(), KeyScope.READ), new Newcomer.ById(dan.user())))
        .isInstanceOf(AccessDenied.class);
  }

  @Test
  void givesAMemberAnotherRole() {
    NamedMember promoted = valueOf(promote(admin, editor));

    assertThat(promoted.member().role()).isEqualTo(MemberRole.ADMIN);
    assertThat(world.events.types()).endsWith("workspace.member.updated");
  }

  @Test
  void leavesTheOwnerTheOwner() {
    assertFailureOf(promote(admin, owner)).isInstanceOf(LastOwner.class);
    assertFailureOf(remove(admin, owner)).isInstanceOf(LastOwner.class);
    assertFailureOf(remove(owner, owner)).isInstanceOf(LastOwner.class);
  }

  @Test
  void letsMembersLeaveAndEndsTheirSeatsAbove() {
    valueOf(remove(editor, editor));

    assertThat(world.above.told).containsExactly("membership ended: " + editor.user());
    assertThat(world.events.types()).endsWith("workspace.member.removed");
    assertFailureOf(world.browse().get(editor, workspace.id())).isInstanceOf(AccessDenied.class);
    assertFailureOf(remove(owner, editor)).isInstanceOf(NotFound.class);
  }

  @Test
  void endsTheMembershipsOfAnEndedAccount() {
    Workspace own = world.workspace(editor, "Gone");
    valueOf(world.lifecycle().delete(WorkspaceWorld.lifecycleOf(editor, own.id())));

    world.within(
        () ->
            world
                .endedAccounts()
                .accountEnded(editor, editor.user(), world.clock.instant())
                .thenApply(ended -> true));

    assertFailureOf(world.browse().get(editor, workspace.id())).isInstanceOf(AccessDenied.class);
    assertThat(world.above.told).contains("membership ended: " + editor.user());
    assertThat(world.events.types()).endsWith("workspace.member.removed");
  }

  @Test
  void removesMembersOfAnArchivedWorkspaceButTakesNobodyIn() {
    world.archive(owner, workspace.id());

    assertFailureOf(add(owner, new Newcomer.ById(world.user("dan").user())))
        .isInstanceOf(Archived.class);
    assertFailureOf(promote(owner, editor)).isInstanceOf(Archived.class);
    valueOf(remove(owner, editor));
  }

  @Test
  void listsMembersPageByPageInTheOrderTheyJoined() {
    world.clock.advance(Duration.ofSeconds(1));
    Actor.Person dan = world.member(owner, workspace.id(), "dan", MemberRole.VIEWER);

    var first =
        valueOf(world.browseMembers().list(editor, workspace.id(), page(3, Optional.empty())));
    var second = valueOf(world.browseMembers().list(editor, workspace.id(), page(3, first.next())));

    assertThat(first.items()).hasSize(3);
    assertThat(second.items()).extracting(it -> it.member().user()).containsExactly(dan.user());
    assertThat(second.next()).isEmpty();
    assertThat(List.of(first, second))
        .flatExtracting(it -> it.items())
        .extracting(it -> it.username())
        .containsExactlyInAnyOrder("ada", "bob", "cyd", "dan");
  }

  private static PageRequest page(int limit, Optional<dev.colloquy.shared.domain.Cursor> after) {
    return new PageRequest(limit, after);
  }
}
