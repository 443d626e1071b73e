package dev.colloquy.identity.application;

import dev.colloquy.identity.domain.Backoff;
import dev.colloquy.identity.domain.Client;
import dev.colloquy.identity.domain.DisplayName;
import dev.colloquy.identity.domain.Email;
import dev.colloquy.identity.domain.Login;
import dev.colloquy.identity.domain.LoginName;
import dev.colloquy.identity.domain.Password;
import dev.colloquy.identity.domain.Throttle;
import dev.colloquy.identity.domain.User;
import dev.colloquy.identity.domain.port.in.Authenticate;
import dev.colloquy.identity.domain.port.in.LogIn;
import dev.colloquy.identity.domain.port.in.RefreshLogin;
import dev.colloquy.identity.domain.port.in.Register;
import dev.colloquy.identity.domain.port.out.AccessTokens;
import dev.colloquy.identity.domain.port.out.AccountEnds;
import dev.colloquy.identity.domain.port.out.AccountHolds;
import dev.colloquy.identity.domain.port.out.ApiKeys;
import dev.colloquy.identity.domain.port.out.Colleagues;
import dev.colloquy.identity.domain.port.out.Credentials;
import dev.colloquy.identity.domain.port.out.LoginSessions;
import dev.colloquy.identity.domain.port.out.Revocations;
import dev.colloquy.identity.domain.port.out.Throttles;
import dev.colloquy.identity.domain.port.out.Users;
import dev.colloquy.identity.testkit.CountingSecrets;
import dev.colloquy.identity.testkit.InMemoryAccessTokens;
import dev.colloquy.identity.testkit.InMemoryApiKeys;
import dev.colloquy.identity.testkit.InMemoryColleagues;
import dev.colloquy.identity.testkit.InMemoryCredentials;
import dev.colloquy.identity.testkit.InMemoryLastUses;
import dev.colloquy.identity.testkit.InMemoryLoginSessions;
import dev.colloquy.identity.testkit.InMemoryRevocations;
import dev.colloquy.identity.testkit.InMemorySetupTokens;
import dev.colloquy.identity.testkit.InMemorySigningKeys;
import dev.colloquy.identity.testkit.InMemoryThrottles;
import dev.colloquy.identity.testkit.InMemoryUsers;
import dev.colloquy.identity.testkit.PlainKeyRing;
import dev.colloquy.identity.testkit.PlainPasswordHasher;
import dev.colloquy.identity.testkit.RememberedNotice;
import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.Role;
import dev.colloquy.shared.domain.UserId;
import dev.colloquy.shared.domain.WorkspaceId;
import dev.colloquy.shared.domain.port.out.UnitOfWork;
import dev.colloquy.shared.testkit.Actors;
import dev.colloquy.shared.testkit.InMemoryDatabase;
import dev.colloquy.shared.testkit.InMemoryMemberships;
import dev.colloquy.shared.testkit.InMemoryUnitOfWork;
import dev.colloquy.shared.testkit.LateCompletion;
import dev.colloquy.shared.testkit.RecordingEvents;
import dev.colloquy.shared.testkit.SequentialIds;
import dev.colloquy.shared.testkit.Stages;
import dev.colloquy.shared.testkit.TestClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** The identity context on in-memory adapters, which complete at once or late. */
final class IdentityWorld implements AutoCloseable {

  static final String PASSWORD = "analytical engine";
  static final Backoff PATIENCE =
      new Backoff(5, Duration.ofSeconds(30), Duration.ofMinutes(15), Duration.ofMinutes(15));

  final TestClock clock = new TestClock();
  final InMemoryDatabase database = new InMemoryDatabase();
  final RecordingEvents events = new RecordingEvents(database);
  final PlainPasswordHasher hasher = new PlainPasswordHasher();
  final InMemoryLastUses uses = new InMemoryLastUses();
  final RememberedNotice notice = new RememberedNotice();
  final Set<UserId> held = new HashSet<>();
  final List<UserId> ended = new ArrayList<>();
  final Set<WorkspaceId> workspaces = new HashSet<>();

  final UnitOfWork unitOfWork = new InMemoryUnitOfWork(database);
  final Users users;
  final Credentials credentials;
  final LoginSessions sessions;
  final ApiKeys keys;

  final Register register;
  final LogIn logIn;
  final RefreshLogin refresh;
  final Authenticate authenticate;
  final EndSessionsHandler endSessions;
  final BrowseSessionsHandler browseSessions;
  final ReadClaimsHandler claims;
  final EditAccountHandler editAccount;
  final DeleteAccountHandler deleteAccount;
  final ChangePasswordHandler changePassword;
  final ManageApiKeysHandler manageKeys;
  final BrowseApiKeysHandler browseKeys;
  final PrepareIdentityHandler prepare;
  final SetUpAdministratorHandler setUp;
  final RotateKeysHandler rotate;
  final PublishKeysHandler publish;
  final FindUserHandler findUser;
  final ReadAccountHandler readAccount;
  final BrowseColleaguesHandler colleagues;
  final ReadAllowanceHandler allowance;
  final Map<UserId, Set<WorkspaceId>> seats = new HashMap<>();

  private final @Nullable LateCompletion late;

  static IdentityWorld atOnce() {
    return new IdentityWorld(false);
  }

  static IdentityWorld late() {
    return new IdentityWorld(true);
  }

  private IdentityWorld(boolean isLate) {
    late = isLate ? new LateCompletion(database) : null;
    InMemoryLoginSessions memory = new InMemoryLoginSessions(database, events);
    SequentialIds ids = new SequentialIds();
    CountingSecrets secrets = new CountingSecrets();
    InMemoryUsers accountsInMemory = new InMemoryUsers(database, events);
    users = of(Users.class, accountsInMemory);
    credentials = of(Credentials.class, new InMemoryCredentials(database));
    sessions = of(LoginSessions.class, memory);
    keys = of(ApiKeys.class, new InMemoryApiKeys(database, events, users));
    Revocations revocations = of(Revocations.class, new InMemoryRevocations(database, memory));
    Throttles throttles = of(Throttles.class, new InMemoryThrottles(database, rules()));
    AccessTokens tokens = of(AccessTokens.class, new InMemoryAccessTokens(clock));
    InMemorySigningKeys signing = new InMemorySigningKeys(database, events);
    PlainKeyRing ring = new PlainKeyRing(signing, ids, clock);
    InMemorySetupTokens setupTokens = new InMemorySetupTokens(database);

    Gate gate = new Gate(throttles, clock);
    NewAccounts accounts = new NewAccounts(users, credentials, ids, clock);
    PasswordCheck check = new PasswordCheck(users, credentials, hasher);
    SessionOpener opener =
        new SessionOpener(unitOfWork, users, credentials, sessions, tokens, secrets, ids, clock);
    SessionEnd end = new SessionEnd(sessions, clock);
    OwnAccount own = new OwnAccount(users);
    FirstAdministrator first = new FirstAdministrator(users, setupTokens, accounts);
    SecretKeySpec successorKey = new SecretKeySpec(new byte[32], "HmacSHA256");

    register = new RegisterHandler(unitOfWork, gate, hasher, accounts);
    logIn = new LogInHandler(gate, check, new LockOuts(unitOfWork, events, clock), hasher, opener);
    refresh =
        new RefreshLoginHandler(
            unitOfWork,
            gate,
            new TokenFamilies(sessions, users, successorKey, clock),
            opener,
            revocations);
    authenticate = new AuthenticateHandler(tokens, revocations, keys, uses, clock);
    endSessions = new EndSessionsHandler(unitOfWork, sessions, end, revocations, clock);
    browseSessions = new BrowseSessionsHandler(sessions, clock);
    claims = new ReadClaimsHandler(own);
    editAccount = new EditAccountHandler(unitOfWork, own, users, clock);
    deleteAccount =
        new DeleteAccountHandler(
            unitOfWork,
            own,
            users,
            credentials,
            keys,
            end,
            revocations,
            List.of(holds()),
            List.of(ends()),
            clock);
    changePassword =
        new ChangePasswordHandler(
            unitOfWork, gate, own, check, hasher, users, credentials, end, revocations, clock);
    manageKeys =
        new ManageApiKeysHandler(unitOfWork, keys, memberships(), new Random(42), ids, clock);
    browseKeys = new BrowseApiKeysHandler(keys);
    prepare =
        new PrepareIdentityHandler(
            unitOfWork, ring, signing, first, hasher, setupTokens, notice, secrets, clock);
    setUp = new SetUpAdministratorHandler(unitOfWork, gate, hasher, setupTokens, first, notice);
    rotate = new RotateKeysHandler(unitOfWork, ring, signing, clock);
    publish = new PublishKeysHandler(ring);
    findUser = new FindUserHandler(users);
    readAccount = new ReadAccountHandler(own);
    colleagues =
        new BrowseColleaguesHandler(
            of(
                Colleagues.class,
                new InMemoryColleagues(
                    database, accountsInMemory, it -> seats.getOrDefault(it, Set.of()))),
            users);
    allowance = new ReadAllowanceHandler(throttles, rules(), clock);
  }

  User registered(String username) {
    return Stages.valueOf(
        register.handle(
            new Register.Command(
                Actors.anyOrigin(),
                new Email(username + "@example.org"),
                Optional.of(new dev.colloquy.identity.domain.Username(username)),
                new DisplayName(username),
                Password.chosen(PASSWORD))));
  }

  Login loggedIn(String username) {
    return Stages.valueOf(tryLogIn(username, PASSWORD));
  }

  CompletionStage<Login> tryLogIn(String name, String password) {
    return logIn.handle(
        new LogIn.Command(
            Actors.anyOrigin(),
            new Client("192.0.2.1", "a test"),
            new LoginName(name),
            Password.offered(password)));
  }

  CompletionStage<Actor.OfUser> tryCredential(String credential) {
    return authenticate.handle(new Authenticate.Query(credential, Actors.anyOrigin()));
  }

  Actor.Person person(Login login) {
    return (Actor.Person) Stages.valueOf(tryCredential(login.access().value()));
  }

  private AccountHolds holds() {
    return user -> CompletableFuture.completedFuture(held.contains(user));
  }

  private AccountEnds ends() {
    return (actor, user, at) -> {
      ended.add(user);
      return CompletableFuture.completedFuture(null);
    };
  }

  private InMemoryMemberships memberships() {
    return new InMemoryMemberships(
        database,
        (user, workspace) ->
            workspaces.contains(workspace) ? Optional.of(Role.EDITOR) : Optional.empty());
  }

  private static Map<Throttle, Backoff> rules() {
    Map<Throttle, Backoff> rules = new EnumMap<>(Throttle.class);
    for (Throttle each : Throttle.values()) {
      rules.put(each, new Backoff(1000, PATIENCE.first(), PATIENCE.longest(), PATIENCE.first()));
    }
    rules.put(Throttle.LOGIN_BY_ACCOUNT, PATIENCE);
    rules.put(Throttle.REGISTRATION_BY_ADDRESS, PATIENCE);
    return rules;
  }

  private <P> P of(Class<P> port, P adapter) {
    return late == null ? adapter : late.of(port, adapter);
  }

  @Override
  public void close() {
    if (late != null) {
      late.close();
    }
  }
}
