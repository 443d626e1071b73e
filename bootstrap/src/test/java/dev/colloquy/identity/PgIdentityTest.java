package dev.colloquy.identity;

import dev.colloquy.bootstrap.testing.PostgresTestResource;
import dev.colloquy.bootstrap.testing.User;
import dev.colloquy.identity.domain.Backoff;
import dev.colloquy.identity.domain.port.out.ApiKeys;
import dev.colloquy.identity.domain.port.out.Credentials;
import dev.colloquy.identity.domain.port.out.LoginSessions;
import dev.colloquy.identity.domain.port.out.Revocations;
import dev.colloquy.identity.domain.port.out.SetupTokens;
import dev.colloquy.identity.domain.port.out.SigningKeys;
import dev.colloquy.identity.domain.port.out.Throttles;
import dev.colloquy.identity.domain.port.out.Users;
import dev.colloquy.identity.testkit.ApiKeysContract;
import dev.colloquy.identity.testkit.LoginSessionsContract;
import dev.colloquy.identity.testkit.StartContract;
import dev.colloquy.identity.testkit.ThrottlesContract;
import dev.colloquy.identity.testkit.UsersContract;
import dev.colloquy.shared.domain.UserId;
import dev.colloquy.shared.domain.port.out.UnitOfWork;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;

@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class PgIdentityTest
    implements UsersContract,
        LoginSessionsContract,
        ThrottlesContract,
        ApiKeysContract,
        StartContract {

  @Inject UnitOfWork unitOfWork;
  @Inject Users users;
  @Inject Credentials credentials;
  @Inject LoginSessions sessions;
  @Inject Revocations revocations;
  @Inject Throttles throttles;
  @Inject ApiKeys keys;
  @Inject SigningKeys signingKeys;
  @Inject SetupTokens setupTokens;

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
    return new UserId(UUID.fromString(User.registered("Ada").id()));
  }

  @Override
  public Throttles throttles() {
    return throttles;
  }

  @Override
  public Backoff rule() {
    return new Backoff(5, Duration.ofSeconds(30), Duration.ofMinutes(15), Duration.ofMinutes(15));
  }

  @Override
  public ApiKeys keys() {
    return keys;
  }

  @Override
  public UserId account() {
    return user();
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
