package dev.colloquy.identity.application;

import static dev.colloquy.shared.testkit.Stages.assertFailureOf;
import static dev.colloquy.shared.testkit.Stages.valueOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.colloquy.identity.domain.ApiKeyDraft;
import dev.colloquy.identity.domain.ApiKeyName;
import dev.colloquy.identity.domain.DisplayName;
import dev.colloquy.identity.domain.Email;
import dev.colloquy.identity.domain.IdentityException.AccountOwnsWorkspaces;
import dev.colloquy.identity.domain.IdentityException.ApiKeyLimitExceeded;
import dev.colloquy.identity.domain.IdentityException.InvalidCredentials;
import dev.colloquy.identity.domain.IdentityException.Unauthenticated;
import dev.colloquy.identity.domain.Login;
import dev.colloquy.identity.domain.LoginSession;
import dev.colloquy.identity.domain.Password;
import dev.colloquy.identity.domain.Profile;
import dev.colloquy.identity.domain.User;
import dev.colloquy.identity.domain.port.in.ChangePassword;
import dev.colloquy.identity.domain.port.in.DeleteAccount;
import dev.colloquy.identity.domain.port.in.EditAccount.PreferencesCommand;
import dev.colloquy.identity.domain.port.in.EditAccount.ProfileCommand;
import dev.colloquy.identity.domain.port.in.ManageApiKeys.DeleteCommand;
import dev.colloquy.identity.domain.port.in.ManageApiKeys.EditCommand;
import dev.colloquy.identity.domain.port.in.ManageApiKeys.Made;
import dev.colloquy.identity.domain.port.in.ManageApiKeys.MakeCommand;
import dev.colloquy.identity.domain.port.in.PrepareIdentity.Administrator;
import dev.colloquy.identity.domain.port.in.SetUpAdministrator;
import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.ApiKeyId;
import dev.colloquy.shared.domain.CommonException.AccessDenied;
import dev.colloquy.shared.domain.CommonException.NotFound;
import dev.colloquy.shared.domain.CommonException.PreconditionFailed;
import dev.colloquy.shared.domain.CommonException.ValidationError;
import dev.colloquy.shared.domain.KeyScope;
import dev.colloquy.shared.domain.LoginSessionId;
import dev.colloquy.shared.domain.Metadata;
import dev.colloquy.shared.domain.PageRequest;
import dev.colloquy.shared.domain.Precondition;
import dev.colloquy.shared.domain.UserRole;
import dev.colloquy.shared.domain.WorkspaceId;
import dev.colloquy.shared.testkit.Actors;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AccountHandlersTest {

  private static final Precondition ANY = new Precondition.Any();

  private IdentityWorld world = IdentityWorld.atOnce();
  private User ada = world.registered("ada");
  private Login login = world.loggedIn("ada");
  private Actor.Person actor = world.person(login);

  IdentityWorld world() {
    return IdentityWorld.atOnce();
  }

  @BeforeEach
  void open() {
    world = world();
    ada = world.registered("ada");
    login = world.loggedIn("ada");
    actor = world.person(login);
  }

  @AfterEach
  void close() {
    world.close();
  }

  private static ApiKeyDraft draft(Optional<Instant> expiresAt, KeyScope... scopes) {
    return new ApiKeyDraft(new ApiKeyName("CI"), Set.of(scopes), expiresAt, Metadata.empty());
  }

  private CompletionStage<Made> make(Optional<WorkspaceId> workspace, KeyScope... scopes) {
    return world.manageKeys.make(
        new MakeCommand(actor, draft(Optional.empty(), scopes), workspace));
  }

  @Test
  void endsTheSessionOnLogout() {
    valueOf(world.endSessions.logout(actor));

    assertFailureOf(world.tryCredential(login.access().value()))
        .isInstanceOf(Unauthenticated.class);
    assertThat(world.events.types()).endsWith("session.ended");
  }

  @Test
  void endsEverySessionOnLogoutEverywhere() {
    Login other = world.loggedIn("ada");

    valueOf(world.endSessions.logoutAll(actor));

    assertThat(valueOf(world.sessions.liveOf(ada.id(), world.clock.instant()))).isEmpty();
    assertFailureOf(world.tryCredential(other.access().value()))
        .isInstanceOf(Unauthenticated.class);
  }

  @Test
  void endsOnlyLivingSessionsOfOnesOwn() {
    world.registered("eve");
    LoginSessionId eves = world.loggedIn("eve").claims().session().orElseThrow();

    assertFailureOf(world.endSessions.end(actor, eves)).isInstanceOf(NotFound.class);
    valueOf(world.endSessions.end(actor, actor.session()));
    assertFailureOf(world.endSessions.end(actor, actor.session())).isInstanceOf(NotFound.class);
  }

  @Test
  void listsWhereOneIsLoggedIn() {
    world.clock.advance(Duration.ofSeconds(1));
    Login other = world.loggedIn("ada");

    assertThat(valueOf(world.browseSessions.list(actor)))
        .extracting(LoginSession::id)
        .containsExactly(other.claims().session().orElseThrow(), actor.session());
  }

  @Test
  void changesTheProfileOnce() {
    User edited = valueOf(world.editAccount.edit(named("Ada Lovelace")));
    User same = valueOf(world.editAccount.edit(named("Ada Lovelace")));

    assertThat(edited.version()).isEqualTo(2);
    assertThat(same.version()).isEqualTo(2);
    assertThat(world.events.types()).containsOnlyOnce("user.updated");
  }

  private ProfileCommand named(String name) {
    return new ProfileCommand(
        actor,
        before ->
            new Profile(
                before.username(),
                new DisplayName(name),
                before.firstName(),
                before.lastName(),
                before.metadata()),
        ANY);
  }

  @Test
  void refusesAChangeOfAnOldVersion() {
    assertFailureOf(
            world.editAccount.replacePreferences(
                new PreferencesCommand(
                    actor, Metadata.empty(), new Precondition.AnyOf(Set.of(7L)))))
        .isInstanceOf(PreconditionFailed.class);
  }

  @Test
  void replacesPreferences() {
    Metadata dark = new Metadata(Map.of("theme", "dark"));

    User changed =
        valueOf(world.editAccount.replacePreferences(new PreferencesCommand(actor, dark, ANY)));

    assertThat(changed.preferences()).isEqualTo(dark);
    assertThat(world.events.types()).endsWith("user.preferences.updated");
  }

  @Test
  void changesThePasswordAndKeepsOnlyTheSessionThatAsked() {
    Login other = world.loggedIn("ada");

    valueOf(changePassword(IdentityWorld.PASSWORD));

    assertThat(world.person(login).session()).isEqualTo(actor.session());
    assertFailureOf(world.tryCredential(other.access().value()))
        .isInstanceOf(Unauthenticated.class);
    assertFailureOf(world.tryLogIn("ada", IdentityWorld.PASSWORD))
        .isInstanceOf(InvalidCredentials.class);
    valueOf(world.tryLogIn("ada", "difference engine"));
  }

  @Test
  void refusesAWrongCurrentPassword() {
    assertFailureOf(changePassword("wrong")).isInstanceOf(ValidationError.class);
  }

  private CompletionStage<Void> changePassword(String current) {
    return world.changePassword.handle(
        new ChangePassword.Command(
            actor, Password.offered(current), Password.chosen("difference engine")));
  }

  @Test
  void deletesAnAccountWithAllThatActsForIt() {
    Made key = valueOf(make(Optional.empty(), KeyScope.READ));

    valueOf(world.deleteAccount.handle(new DeleteAccount.Command(actor, ANY)));

    assertThat(world.ended).containsExactly(ada.id());
    assertFailureOf(world.tryCredential(login.access().value()))
        .isInstanceOf(Unauthenticated.class);
    assertFailureOf(world.tryCredential(key.secret().value())).isInstanceOf(Unauthenticated.class);
    assertFailureOf(world.tryLogIn("ada", IdentityWorld.PASSWORD))
        .isInstanceOf(InvalidCredentials.class);
    assertThat(valueOf(world.findUser.byId(ada.id()))).isEmpty();
    assertThat(world.events.types()).endsWith("user.deleted");
  }

  @Test
  void keepsAnAccountThatOthersDependOn() {
    world.held.add(ada.id());

    assertFailureOf(world.deleteAccount.handle(new DeleteAccount.Command(actor, ANY)))
        .isInstanceOf(AccountOwnsWorkspaces.class);

    assertThat(world.person(login).user()).isEqualTo(ada.id());
    assertThat(world.ended).isEmpty();
  }

  @Test
  void makesAKeyThatActsWithinItsLimits() {
    WorkspaceId workspace = new WorkspaceId(UUID.randomUUID());
    world.workspaces.add(workspace);

    Made made = valueOf(make(Optional.of(workspace), KeyScope.READ));
    Actor.OfUser key = valueOf(world.tryCredential(made.secret().value()));

    assertThat(key.user()).isEqualTo(ada.id());
    assertThat(key.has(KeyScope.READ)).isTrue();
    assertThat(key.has(KeyScope.WRITE)).isFalse();
    assertThat(key.reaches(workspace)).isTrue();
    assertThat(key.reaches(new WorkspaceId(UUID.randomUUID()))).isFalse();
    assertThat(world.uses.lastUseOf(made.key().id().value())).contains(world.clock.instant());
  }

  @Test
  void bindsNoKeyToSomebodyElsesWorkspace() {
    assertFailureOf(make(Optional.of(new WorkspaceId(UUID.randomUUID())), KeyScope.READ))
        .isInstanceOf(ValidationError.class);
  }

  @Test
  void refusesAnExpiredKey() {
    Instant soon = world.clock.instant().plusSeconds(60);
    Made made =
        valueOf(
            world.manageKeys.make(
                new MakeCommand(actor, draft(Optional.of(soon), KeyScope.READ), Optional.empty())));

    world.clock.advance(Duration.ofSeconds(60));

    assertFailureOf(world.tryCredential(made.secret().value())).isInstanceOf(Unauthenticated.class);
  }

  @Test
  void changesAndDeletesAKey() {
    Made made = valueOf(make(Optional.empty(), KeyScope.READ));
    ApiKeyId id = made.key().id();

    valueOf(
        world.manageKeys.edit(
            new EditCommand(actor, id, it -> draft(Optional.empty(), KeyScope.RUN), ANY)));
    assertThat(valueOf(world.tryCredential(made.secret().value())).has(KeyScope.RUN)).isTrue();

    valueOf(world.manageKeys.delete(new DeleteCommand(actor, id, ANY)));
    assertFailureOf(world.tryCredential(made.secret().value())).isInstanceOf(Unauthenticated.class);
    assertThat(world.events.types())
        .endsWith("api_key.created", "api_key.updated", "api_key.deleted");
  }

  @Test
  void limitsKeys() {
    for (int i = 0; i < 100; i++) {
      valueOf(make(Optional.empty(), KeyScope.READ));
    }

    assertFailureOf(make(Optional.empty(), KeyScope.READ)).isInstanceOf(ApiKeyLimitExceeded.class);
    assertThat(valueOf(world.browseKeys.list(actor, PageRequest.first())).next()).isPresent();
  }

  @Test
  void letsNoKeyTouchKeysSessionsOrThePassword() {
    Actor.Key key = Actors.key(ada.id(), KeyScope.values());

    assertFailureOf(world.endSessions.logoutAll(key)).isInstanceOf(AccessDenied.class);
    assertFailureOf(world.browseSessions.list(key)).isInstanceOf(AccessDenied.class);
    assertFailureOf(world.browseKeys.list(key, PageRequest.first()))
        .isInstanceOf(AccessDenied.class);
    assertFailureOf(world.deleteAccount.handle(new DeleteAccount.Command(key, ANY)))
        .isInstanceOf(AccessDenied.class);
    assertFailureOf(
            world.manageKeys.make(
                new MakeCommand(key, draft(Optional.empty(), KeyScope.READ), Optional.empty())))
        .isInstanceOf(AccessDenied.class);
  }

  @Test
  void makesTheFirstAdministratorFromTheSettings() {
    valueOf(world.prepare.handle(Actors.anyOrigin(), Optional.of(root("root@example.org"))));
    valueOf(world.prepare.handle(Actors.anyOrigin(), Optional.of(root("second@example.org"))));

    assertThat(valueOf(world.tryLogIn("root@example.org", IdentityWorld.PASSWORD)).claims().role())
        .isEqualTo(UserRole.ADMIN);
    assertFailureOf(world.tryLogIn("second@example.org", IdentityWorld.PASSWORD))
        .isInstanceOf(InvalidCredentials.class);
    assertThat(world.notice.token()).isEmpty();
  }

  private static Administrator root(String email) {
    return new Administrator(
        new Email(email), new DisplayName("Root"), Password.chosen(IdentityWorld.PASSWORD));
  }

  @Test
  void letsTheSetUpTokenMakeOneAdministrator() {
    valueOf(world.prepare.handle(Actors.anyOrigin(), Optional.empty()));
    String token = world.notice.token().orElseThrow();

    assertFailureOf(world.setUp.handle(setUp("wrong", "root"))).isInstanceOf(AccessDenied.class);
    valueOf(world.setUp.handle(setUp(token, "root")));

    assertFailureOf(world.setUp.handle(setUp(token, "second"))).isInstanceOf(AccessDenied.class);
    assertThat(world.notice.token()).isEmpty();
  }

  private static SetUpAdministrator.Command setUp(String token, String local) {
    return new SetUpAdministrator.Command(
        Actors.anyOrigin(),
        token,
        new Email(local + "@example.org"),
        new DisplayName("Root"),
        Password.chosen(IdentityWorld.PASSWORD));
  }

  @Test
  void rotatesSigningKeysForAdministratorsAlone() {
    valueOf(world.prepare.handle(Actors.anyOrigin(), Optional.empty()));

    assertFailureOf(world.rotate.handle(actor)).isInstanceOf(AccessDenied.class);
    valueOf(world.rotate.handle(Actors.administrator()));

    assertThat(valueOf(world.publish.handle())).hasSize(2);
    assertThat(world.events.types()).endsWith("signing_key.rotated");
  }
}
