package dev.colloquy.workspace.testkit;

import static dev.colloquy.shared.testkit.Stages.assertFailureOf;
import static dev.colloquy.shared.testkit.Stages.valueOf;
import static dev.colloquy.workspace.testkit.WorkspaceFixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.Change;
import dev.colloquy.shared.domain.CommonException.Conflict;
import dev.colloquy.shared.domain.CommonException.Duplicate;
import dev.colloquy.shared.domain.UserId;
import dev.colloquy.workspace.domain.Member;
import dev.colloquy.workspace.domain.MemberRole;
import dev.colloquy.workspace.domain.Workspace;
import dev.colloquy.workspace.domain.port.out.Members;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every keeper of seats does. */
public interface MembersContract extends WorkspaceStorage {

  Members members();

  private Change<Member> joining(Actor.Person owner, Workspace workspace, UserId user) {
    return Member.join(owner, workspace.id(), user, MemberRole.EDITOR, NOON);
  }

  private Optional<Member> found(Workspace workspace, UserId user) {
    return valueOf(within(() -> members().find(workspace.id(), user)));
  }

  @Test
  default void keepsASeatAsItIs() {
    Actor.Person owner = somebody();
    Workspace workspace = kept(owner, "Atlas");
    UserId newcomer = user();

    Member seat = valueOf(within(() -> members().add(joining(owner, workspace, newcomer))));

    assertThat(found(workspace, newcomer)).contains(seat);
    assertThat(found(workspace, user())).isEmpty();
  }

  @Test
  default void refusesASecondSeatForOneUser() {
    Actor.Person owner = somebody();
    Workspace workspace = kept(owner, "Atlas");

    assertFailureOf(within(() -> members().add(joining(owner, workspace, owner.user()))))
        .isInstanceOf(Duplicate.class);
  }

  @Test
  default void keepsAnotherRole() {
    Actor.Person owner = somebody();
    Workspace workspace = kept(owner, "Atlas");
    UserId newcomer = user();
    Member seat = valueOf(within(() -> members().add(joining(owner, workspace, newcomer))));

    valueOf(within(() -> members().save(seat.become(owner, MemberRole.ADMIN, NOON))));

    assertThat(found(workspace, newcomer).map(Member::role)).contains(MemberRole.ADMIN);
  }

  @Test
  default void knowsAllSeatsOfAUser() {
    Actor.Person owner = somebody();
    Workspace first = kept(owner, "Atlas");
    Workspace second = kept(owner, "Borea");
    kept(somebody(), "Foreign");

    assertThat(valueOf(within(() -> members().seatsOf(owner.user()))))
        .extracting(Member::workspace)
        .containsExactlyInAnyOrder(first.id(), second.id());
  }

  @Test
  default void endsASeat() {
    Actor.Person owner = somebody();
    Workspace workspace = kept(owner, "Atlas");
    UserId newcomer = user();
    Member seat = valueOf(within(() -> members().add(joining(owner, workspace, newcomer))));

    valueOf(within(() -> members().remove(seat.leave(owner, NOON)).thenApply(done -> true)));

    assertThat(found(workspace, newcomer)).isEmpty();
  }

  @Test
  default void forgetsASeatThatWasRolledBack() {
    Actor.Person owner = somebody();
    Workspace workspace = kept(owner, "Atlas");
    UserId newcomer = user();

    assertFailureOf(
        within(
            () ->
                members()
                    .add(joining(owner, workspace, newcomer))
                    .thenApply(
                        seat -> {
                          throw new Conflict();
                        })));

    assertThat(found(workspace, newcomer)).isEmpty();
  }

  @Test
  default void refusesToSeatAnybodyOutsideAUnitOfWork() {
    Actor.Person owner = somebody();
    Workspace workspace = kept(owner, "Atlas");

    assertFailureOf(members().add(joining(owner, workspace, user())))
        .isInstanceOf(IllegalStateException.class);
  }
}
