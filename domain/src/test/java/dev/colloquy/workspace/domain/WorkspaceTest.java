package dev.colloquy.workspace.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.ApiKeyId;
import dev.colloquy.shared.domain.Audience;
import dev.colloquy.shared.domain.Change;
import dev.colloquy.shared.domain.CommonException.AccessDenied;
import dev.colloquy.shared.domain.CommonException.Archived;
import dev.colloquy.shared.domain.DomainEvent;
import dev.colloquy.shared.domain.InvalidValue;
import dev.colloquy.shared.domain.KeyScope;
import dev.colloquy.shared.domain.LoginSessionId;
import dev.colloquy.shared.domain.Metadata;
import dev.colloquy.shared.domain.Origin;
import dev.colloquy.shared.domain.Role;
import dev.colloquy.shared.domain.UserId;
import dev.colloquy.shared.domain.UserRole;
import dev.colloquy.shared.domain.WorkspaceId;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class WorkspaceTest {

  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final Origin ORIGIN = new Origin(UUID.randomUUID(), "192.0.2.1", NOON, "");
  private static final Actor.Person ADA =
      new Actor.Person(
          new UserId(UUID.randomUUID()),
          new LoginSessionId(UUID.randomUUID()),
          UserRole.USER,
          ORIGIN);

  private static WorkspaceDraft draft(String name) {
    return new WorkspaceDraft(
        new WorkspaceName(name),
        new Description("For tests"),
        WorkspaceType.GENERAL,
        Metadata.empty(),
        Metadata.empty());
  }

  private static Workspace opened() {
    return Workspace.open(ADA, new WorkspaceId(UUID.randomUUID()), draft("Atlas"), NOON).now();
  }

  private static DomainEvent only(Change<?> change) {
    assertThat(change.events()).hasSize(1);
    return change.events().getFirst();
  }

  @Test
  void raisesItsVersionWithEveryChange() {
    Workspace workspace = opened();

    Workspace edited = workspace.edit(ADA, draft("Borea"), NOON.plusSeconds(1)).now();

    assertThat(workspace.version()).isEqualTo(1);
    assertThat(edited.version()).isEqualTo(2);
    assertThat(edited.createdAt()).isEqualTo(NOON);
    assertThat(edited.updatedAt()).isEqualTo(NOON.plusSeconds(1));
  }

  @Test
  void makesNothingOfACommandForWhatAlreadyIs() {
    Workspace workspace = opened();
    Workspace archived = workspace.archive(ADA, NOON).now();

    assertThat(workspace.edit(ADA, draft("Atlas"), NOON).isNothing()).isTrue();
    assertThat(workspace.restore(ADA, NOON).isNothing()).isTrue();
    assertThat(workspace.transfer(ADA, ADA.user(), NOON).isNothing()).isTrue();
    assertThat(archived.archive(ADA, NOON).isNothing()).isTrue();
  }

  @Test
  void takesNoChangesWhileArchived() {
    Workspace archived = opened().archive(ADA, NOON).now();
    UserId other = new UserId(UUID.randomUUID());

    assertThatThrownBy(() -> archived.edit(ADA, draft("Borea"), NOON)).isInstanceOf(Archived.class);
    assertThatThrownBy(() -> archived.transfer(ADA, other, NOON)).isInstanceOf(Archived.class);
    assertThat(archived.delete(ADA, NOON).now().isDeleted()).isTrue();
  }

  @Test
  void remembersWhenItWasDeletedUntilItIsRestored() {
    Workspace deleted = opened().delete(ADA, NOON).now();

    assertThat(deleted.deletedAt()).contains(NOON);
    assertThat(deleted.restore(ADA, NOON).now().deletedAt()).isEmpty();
  }

  @Test
  void tellsItsMembersWhatHappened() {
    Workspace workspace = opened();

    DomainEvent event = only(workspace.archive(ADA, NOON));

    assertThat(event.type()).isEqualTo("workspace.archived");
    assertThat(event.subject().id()).isEqualTo(workspace.id().value());
    assertThat(event.workspaceId()).contains(workspace.id());
    assertThat(event.data())
        .containsEntry("id", workspace.id().toString())
        .containsEntry("status", "archived")
        .containsEntry("version", 2L)
        .doesNotContainKey("my_role");
  }

  @Test
  void saysNoMoreOfADeletedOneThanWhen() {
    assertThat(only(opened().delete(ADA, NOON)).data()).containsOnlyKeys("id", "deleted_at");
  }

  @Test
  void appliesAPatchToWhatItMentions() {
    WorkspaceDraft before =
        new WorkspaceDraft(
            new WorkspaceName("Atlas"),
            new Description("x"),
            WorkspaceType.CLIENT,
            new Metadata(Map.of("a", 1)),
            new Metadata(Map.of("b", 2)));
    WorkspacePatch patch =
        new WorkspacePatch(
            Optional.of(new WorkspaceName("Borea")),
            Optional.empty(),
            Optional.empty(),
            Optional.of(Map.of("c", 3)),
            Optional.empty());

    WorkspaceDraft after = patch.applyTo(before);

    assertThat(after.name().value()).isEqualTo("Borea");
    assertThat(after.type()).isEqualTo(WorkspaceType.CLIENT);
    assertThat(after.settings().values()).isEqualTo(Map.of("a", 1L, "c", 3L));
    assertThat(after.metadata()).isEqualTo(before.metadata());
  }

  @Test
  void givesEachRoleItsRightsAndNoMore() {
    assertThat(rightsOf(Role.OWNER)).isEqualTo(EnumSet.allOf(WorkspaceRight.class));
    assertThat(rightsOf(Role.ADMIN))
        .isEqualTo(EnumSet.complementOf(EnumSet.of(WorkspaceRight.MANAGE)));
    assertThat(rightsOf(Role.EDITOR))
        .containsExactlyInAnyOrder(
            WorkspaceRight.READ, WorkspaceRight.LEAVE, WorkspaceRight.CONTRIBUTE);
    assertThat(rightsOf(Role.VIEWER))
        .containsExactlyInAnyOrder(WorkspaceRight.READ, WorkspaceRight.LEAVE);
    assertThat(rightsOf(Role.PARTICIPANT)).isEmpty();
    assertThat(rightsOf(Role.CREATOR)).isEmpty();
  }

  private static Set<WorkspaceRight> rightsOf(Role role) {
    Set<WorkspaceRight> rights = EnumSet.noneOf(WorkspaceRight.class);
    for (WorkspaceRight right : WorkspaceRight.values()) {
      if (right.belongsTo(Set.of(role))) {
        rights.add(right);
      }
    }
    return rights;
  }

  @Test
  void asksAKeyForItsScopeBesideTheRole() {
    Actor.Key reader =
        new Actor.Key(
            ADA.user(),
            new ApiKeyId(UUID.randomUUID()),
            UserRole.USER,
            Set.of(KeyScope.READ),
            Optional.empty(),
            ORIGIN);
    Standing standing = new Standing(opened(), reader, Set.of(Role.OWNER));

    assertThat(standing.demand(WorkspaceRight.READ).mine().myRole()).isEqualTo(MemberRole.OWNER);
    assertThatThrownBy(() -> standing.demand(WorkspaceRight.MANAGE))
        .isInstanceOf(AccessDenied.class)
        .hasMessageContaining("API key");
  }

  @Test
  void tellsStrangersApartFromMembersWithoutTheRight() {
    Workspace workspace = opened();

    assertThatThrownBy(() -> new Standing(workspace, ADA, Set.of()).demand(WorkspaceRight.READ))
        .hasMessageContaining("not a member");
    assertThatThrownBy(
            () -> new Standing(workspace, ADA, Set.of(Role.EDITOR)).demand(WorkspaceRight.MANAGE))
        .hasMessageContaining("role");
  }

  @Test
  void knowsWhichRolesMayBeGivenByHand() {
    assertThat(MemberRole.ADMIN.grantable()).isEqualTo(MemberRole.ADMIN);
    assertThatThrownBy(MemberRole.OWNER::grantable).isInstanceOf(InvalidValue.class);
  }

  @Test
  void takesOnlyAddressesForInvitations() {
    assertThat(new InvitedEmail("Grace@Example.com").isAddressOf("grace@example.COM")).isTrue();
    for (String wrong : new String[] {"grace", "@example.com", "a b@example.com", "a@"}) {
      assertThatThrownBy(() -> new InvitedEmail(wrong)).isInstanceOf(InvalidValue.class);
    }
  }

  @Test
  void tellsTheMembersOfAnInvitationButNotWhomItIsFor() {
    Change<Invitation> offer = offer(NOON);

    DomainEvent event = only(offer);
    Invitation offered = offer.now();

    assertThat(event.type()).isEqualTo("workspace.invitation.created");
    assertThat(event.audience()).isEqualTo(new Audience.Members(offered.workspace()));
    assertThat(event.workspaceId()).contains(offered.workspace());
    assertThat(event.subject().type()).isEqualTo("invitation");
    assertThat(event.data())
        .containsOnlyKeys("id", "role", "status", "expires_at")
        .containsEntry("role", "editor")
        .containsEntry("status", "pending")
        .containsEntry("expires_at", "2026-03-08T12:00:00.000000Z");
  }

  @Test
  void tellsWhatBecameOfAnInvitation() {
    Invitation offered = offer(NOON).now();

    assertThat(only(offered.accept(ADA, "Grace@example.com", NOON)).type())
        .isEqualTo("workspace.invitation.accepted");
    assertThat(only(offered.decline(ADA, "grace@example.com", NOON)).data())
        .containsEntry("status", "declined");
    assertThat(only(offered.revoke(ADA, NOON)).type()).isEqualTo("workspace.invitation.revoked");
  }

  @Test
  void keepsAnInvitationOpenForSevenDaysToItsAddressAlone() {
    Invitation offered = offer(NOON).now();
    Instant week = NOON.plus(Invitation.LIFETIME);

    assertThat(offered.accept(ADA, "grace@example.com", week.minusNanos(1)).now().status())
        .isEqualTo(InvitationStatus.ACCEPTED);
    assertThatThrownBy(() -> offered.accept(ADA, "grace@example.com", week))
        .isInstanceOf(WorkspaceException.InvitationNotOpen.class);
    assertThatThrownBy(() -> offered.decline(ADA, "eve@example.com", NOON))
        .isInstanceOf(AccessDenied.class);
    assertThat(offered.decline(ADA, "grace@example.com", NOON).now().revoke(ADA, NOON).isNothing())
        .isTrue();
  }

  private static Change<Invitation> offer(Instant now) {
    return Invitation.offer(
        ADA,
        new InvitationId(UUID.randomUUID()),
        new WorkspaceId(UUID.randomUUID()),
        new InvitedEmail("grace@example.com"),
        MemberRole.EDITOR,
        now);
  }

  @Test
  void tellsTheMembersWhoCameWhoChangedAndWhoWent() {
    WorkspaceId workspace = new WorkspaceId(UUID.randomUUID());
    Change<Member> joined = Member.join(ADA, workspace, ADA.user(), MemberRole.VIEWER, NOON);

    DomainEvent came = only(joined);
    DomainEvent changed = only(joined.now().become(ADA, MemberRole.EDITOR, NOON));
    DomainEvent went = only(joined.now().leave(ADA, NOON));

    assertThat(came.type()).isEqualTo("workspace.member.added");
    assertThat(came.audience()).isEqualTo(new Audience.Members(workspace));
    assertThat(came.workspaceId()).contains(workspace);
    assertThat(came.subject().id()).isEqualTo(ADA.user().value());
    assertThat(came.data())
        .containsExactly(Map.entry("user_id", ADA.user().toString()), Map.entry("role", "viewer"));
    assertThat(changed.type()).isEqualTo("workspace.member.updated");
    assertThat(changed.data()).containsEntry("role", "editor");
    assertThat(went.type()).isEqualTo("workspace.member.removed");
    assertThat(joined.now().become(ADA, MemberRole.VIEWER, NOON).isNothing()).isTrue();
  }

  @Test
  void letsTheOwnerLeaveByATransferAlone() {
    Member owner =
        new Member(new WorkspaceId(UUID.randomUUID()), ADA.user(), MemberRole.OWNER, NOON);

    assertThatThrownBy(() -> owner.leave(ADA, NOON))
        .isInstanceOf(WorkspaceException.LastOwner.class);
  }
}
