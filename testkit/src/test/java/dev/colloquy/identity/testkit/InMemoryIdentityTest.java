package dev.colloquy.identity.testkit;

import static dev.colloquy.shared.testkit.Stages.valueOf;

import dev.colloquy.identity.domain.Backoff;
import dev.colloquy.identity.domain.DisplayName;
import dev.colloquy.identity.domain.Email;
import dev.colloquy.identity.domain.Profile;
import dev.colloquy.identity.domain.Throttle;
import dev.colloquy.identity.domain.User;
import dev.colloquy.identity.domain.Username;
import dev.colloquy.identity.domain.port.out.ApiKeys;
import dev.colloquy.identity.domain.port.out.Credentials;
import dev.colloquy.identity.domain.port.out.LoginSessions;
import dev.colloquy.identity.domain.port.out.Revocations;
import dev.colloquy.identity.domain.port.out.SetupTokens;
import dev.colloquy.identity.domain.port.out.SigningKeys;
import dev.colloquy.identity.domain.port.out.Throttles;
import dev.colloquy.identity.domain.port.out.Users;
import dev.colloquy.shared.domain.UserId;
import dev.colloquy.shared.domain.UserRole;
import dev.colloquy.shared.domain.port.out.UnitOfWork;
import dev.colloquy.shared.testkit.Actors;
import dev.colloquy.shared.testkit.InMemoryDatabase;
import dev.colloquy.shared.testkit.InMemoryUnitOfWork;
import dev.colloquy.shared.testkit.RecordingEvents;
import java.time.Duration;
import java.util.Map;

final class InMemoryIdentityTest
    implements UsersContract,
        LoginSessionsContract,
        ThrottlesContract,
        ApiKeysContract,
        StartContract {

  private static final Backoff RULE =
      new Backoff(5, Duration.ofSeconds(30), Duration.ofMinutes(15), Duration.ofMinutes(15));

  private final InMemoryDatabase database = new InMemoryDatabase();
  private final RecordingEvents events = new RecordingEvents(database);
  private final UnitOfWork unitOfWork = new InMemoryUnitOfWork(database);
  private final Users users = new InMemoryUsers(database, events);
  private final Credentials credentials = new InMemoryCredentials(database);
  private final InMemoryLoginSessions sessions = new InMemoryLoginSessions(database, events);
  private final Revocations revocations = new InMemoryRevocations(database, sessions);
  private final Throttles throttles =
      new InMemoryThrottles(database, Map.of(Throttle.LOGIN_BY_ACCOUNT, RULE));

  private final ApiKeys keys = new InMemoryApiKeys(database, events, users);
  private final SigningKeys signingKeys = new InMemorySigningKeys(database, events);
  private final SetupTokens setupTokens = new InMemorySetupTokens(database);
  private int registered;

  @Override
  public UnitOfWork unitOfWork() {
    return unitOfWork;
  }

  @Override
  public Users users() {
    return users;
  }

  @Override
  public Credentials credentials() {
    return credentials;
  }

  @Override
  public LoginSessions sessions() {
    return sessions;
  }

  @Override
  public Revocations revocations() {
    return revocations;
  }

  @Override
  public UserId user() {
    return Actors.anyUser();
  }

  @Override
  public Throttles throttles() {
    return throttles;
  }

  @Override
  public Backoff rule() {
    return RULE;
  }

  @Override
  public ApiKeys keys() {
    return keys;
  }

  @Override
  public UserId account() {
    return valueOf(
            unitOfWork.inTransaction(
                () ->
                    users.add(
                        User.register(
                            Actors.anyone(),
                            Actors.anyUser(),
                            new Email("u" + registered + "@example.org"),
                            Profile.of(
                                new Username("account_" + (char) ('a' + registered++)),
                                new DisplayName("Ada")),
                            UserRole.USER,
                            IdentityFixtures.NOON))))
        .id();
  }

  @Override
  public SigningKeys signingKeys() {
    return signingKeys;
  }

  @Override
  public SetupTokens setupTokens() {
    return setupTokens;
  }
}
