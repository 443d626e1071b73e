package dev.colloquy.bootstrap;

import dev.colloquy.identity.adapter.persistence.HibernateApiKeys;
import dev.colloquy.identity.adapter.persistence.HibernateUsers;
import dev.colloquy.identity.adapter.persistence.PgColleaguesReadModel;
import dev.colloquy.identity.adapter.persistence.PgCredentials;
import dev.colloquy.identity.adapter.persistence.PgHousekeeping;
import dev.colloquy.identity.adapter.persistence.PgLastUses;
import dev.colloquy.identity.adapter.persistence.PgLoginSessions;
import dev.colloquy.identity.adapter.persistence.PgRevocations;
import dev.colloquy.identity.adapter.persistence.PgSetupTokens;
import dev.colloquy.identity.adapter.persistence.PgSigningKeys;
import dev.colloquy.identity.adapter.persistence.PgThrottles;
import dev.colloquy.identity.adapter.security.Argon2Hasher;
import dev.colloquy.identity.adapter.security.EcKeyRing;
import dev.colloquy.identity.adapter.security.JwtTokens;
import dev.colloquy.identity.adapter.security.SetupTokenFile;
import dev.colloquy.identity.application.AuthenticateHandler;
import dev.colloquy.identity.application.BrowseApiKeysHandler;
import dev.colloquy.identity.application.BrowseColleaguesHandler;
import dev.colloquy.identity.application.BrowseSessionsHandler;
import dev.colloquy.identity.application.ChangePasswordHandler;
import dev.colloquy.identity.application.DeleteAccountHandler;
import dev.colloquy.identity.application.EditAccountHandler;
import dev.colloquy.identity.application.EndSessionsHandler;
import dev.colloquy.identity.application.FindUserHandler;
import dev.colloquy.identity.application.FirstAdministrator;
import dev.colloquy.identity.application.Gate;
import dev.colloquy.identity.application.LockOuts;
import dev.colloquy.identity.application.LogInHandler;
import dev.colloquy.identity.application.ManageApiKeysHandler;
import dev.colloquy.identity.application.NewAccounts;
import dev.colloquy.identity.application.OwnAccount;
import dev.colloquy.identity.application.PasswordCheck;
import dev.colloquy.identity.application.PrepareIdentityHandler;
import dev.colloquy.identity.application.PublishKeysHandler;
import dev.colloquy.identity.application.ReadAccountHandler;
import dev.colloquy.identity.application.ReadAllowanceHandler;
import dev.colloquy.identity.application.ReadClaimsHandler;
import dev.colloquy.identity.application.RefreshLoginHandler;
import dev.colloquy.identity.application.RegisterHandler;
import dev.colloquy.identity.application.RotateKeysHandler;
import dev.colloquy.identity.application.SessionEnd;
import dev.colloquy.identity.application.SessionOpener;
import dev.colloquy.identity.application.SetUpAdministratorHandler;
import dev.colloquy.identity.application.TokenFamilies;
import dev.colloquy.identity.domain.port.in.Authenticate;
import dev.colloquy.identity.domain.port.in.BrowseApiKeys;
import dev.colloquy.identity.domain.port.in.BrowseColleagues;
import dev.colloquy.identity.domain.port.in.BrowseSessions;
import dev.colloquy.identity.domain.port.in.ChangePassword;
import dev.colloquy.identity.domain.port.in.DeleteAccount;
import dev.colloquy.identity.domain.port.in.EditAccount;
import dev.colloquy.identity.domain.port.in.EndSessions;
import dev.colloquy.identity.domain.port.in.FindUser;
import dev.colloquy.identity.domain.port.in.LogIn;
import dev.colloquy.identity.domain.port.in.ManageApiKeys;
import dev.colloquy.identity.domain.port.in.PrepareIdentity;
import dev.colloquy.identity.domain.port.in.PublishKeys;
import dev.colloquy.identity.domain.port.in.ReadAccount;
import dev.colloquy.identity.domain.port.in.ReadAllowance;
import dev.colloquy.identity.domain.port.in.ReadClaims;
import dev.colloquy.identity.domain.port.in.RefreshLogin;
import dev.colloquy.identity.domain.port.in.Register;
import dev.colloquy.identity.domain.port.in.RotateKeys;
import dev.colloquy.identity.domain.port.in.SetUpAdministrator;
import dev.colloquy.identity.domain.port.out.AccessTokens;
import dev.colloquy.identity.domain.port.out.AccountEnds;
import dev.colloquy.identity.domain.port.out.AccountHolds;
import dev.colloquy.identity.domain.port.out.ApiKeys;
import dev.colloquy.identity.domain.port.out.Colleagues;
import dev.colloquy.identity.domain.port.out.Credentials;
import dev.colloquy.identity.domain.port.out.KeyRing;
import dev.colloquy.identity.domain.port.out.LastUses;
import dev.colloquy.identity.domain.port.out.LoginSessions;
import dev.colloquy.identity.domain.port.out.PasswordHasher;
import dev.colloquy.identity.domain.port.out.Revocations;
import dev.colloquy.identity.domain.port.out.SetupNotice;
import dev.colloquy.identity.domain.port.out.SetupTokens;
import dev.colloquy.identity.domain.port.out.SigningKeys;
import dev.colloquy.identity.domain.port.out.Throttles;
import dev.colloquy.identity.domain.port.out.Users;
import dev.colloquy.shared.adapter.persistence.Entities;
import dev.colloquy.shared.adapter.persistence.Sql;
import dev.colloquy.shared.adapter.security.MasterSecret;
import dev.colloquy.shared.adapter.security.SecretBox;
import dev.colloquy.shared.domain.port.out.EventAppender;
import dev.colloquy.shared.domain.port.out.Ids;
import dev.colloquy.shared.domain.port.out.Memberships;
import dev.colloquy.shared.domain.port.out.SecretTokens;
import dev.colloquy.shared.domain.port.out.UnitOfWork;
import dev.colloquy.shared.domain.port.out.Workers;
import io.quarkus.arc.All;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import javax.crypto.SecretKey;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The identity context, put together: storage, security and the use cases on top of them. */
@Singleton
final class IdentityWiring {

  /** Who issues access tokens and for whom; they are good in this installation alone. */
  private static final String ISSUER = "colloquy";

  @Produces
  @Singleton
  Users users(Entities entities, Sql sql, EventAppender events) {
    return new HibernateUsers(entities, sql, events);
  }

  @Produces
  @Singleton
  Credentials credentials(Sql sql) {
    return new PgCredentials(sql);
  }

  @Produces
  @Singleton
  LoginSessions loginSessions(Sql sql, EventAppender events) {
    return new PgLoginSessions(sql, events);
  }

  @Produces
  @Singleton
  Revocations revocations(Sql sql, Clock clock) {
    return new PgRevocations(sql, clock);
  }

  @Produces
  @Singleton
  LastUses lastUses(Sql sql) {
    return new PgLastUses(sql);
  }

  @Produces
  @Singleton
  ApiKeys apiKeys(Entities entities, Sql sql, EventAppender events) {
    return new HibernateApiKeys(entities, sql, events);
  }

  @Produces
  @Singleton
  Throttles throttles(Sql sql, IdentityLimits limits) {
    return new PgThrottles(sql, limits.rules());
  }

  @Produces
  @Singleton
  SigningKeys signingKeys(Sql sql, EventAppender events) {
    return new PgSigningKeys(sql, events);
  }

  @Produces
  @Singleton
  SetupTokens setupTokens(Sql sql) {
    return new PgSetupTokens(sql);
  }

  @Produces
  @Singleton
  EcKeyRing keyRing(
      SigningKeys keys, MasterSecret secret, SecureRandom random, Ids ids, Clock clock) {
    SecretBox box = new SecretBox(secret, "signing keys", random);
    return new EcKeyRing(keys, box, random, ids, clock);
  }

  @Produces
  @Singleton
  AccessTokens accessTokens(EcKeyRing ring, Clock clock) {
    return new JwtTokens(ring, clock, ISSUER, ISSUER);
  }

  @Produces
  @Singleton
  PasswordHasher passwordHasher(Workers workers) {
    return new Argon2Hasher(workers, Argon2Hasher.Cost.RECOMMENDED);
  }

  @Produces
  @Singleton
  SetupNotice setupNotice(
      Workers workers, @ConfigProperty(name = "colloquy.data-dir") Path directory) {
    return new SetupTokenFile(workers, directory);
  }

  @Produces
  @Singleton
  Gate gate(Throttles throttles, Clock clock) {
    return new Gate(throttles, clock);
  }

  @Produces
  @Singleton
  NewAccounts newAccounts(Users users, Credentials credentials, Ids ids, Clock clock) {
    return new NewAccounts(users, credentials, ids, clock);
  }

  @Produces
  @Singleton
  FirstAdministrator firstAdministrator(Users users, SetupTokens tokens, NewAccounts accounts) {
    return new FirstAdministrator(users, tokens, accounts);
  }

  @Produces
  @Singleton
  PasswordCheck passwordCheck(Users users, Credentials credentials, PasswordHasher hasher) {
    return new PasswordCheck(users, credentials, hasher);
  }

  @Produces
  @Singleton
  LockOuts lockOuts(UnitOfWork unitOfWork, EventAppender events, Clock clock) {
    return new LockOuts(unitOfWork, events, clock);
  }

  @Produces
  @Singleton
  SessionOpener sessionOpener(
      UnitOfWork unitOfWork,
      Users users,
      Credentials credentials,
      LoginSessions sessions,
      AccessTokens tokens,
      SecretTokens secrets,
      Ids ids,
      Clock clock) {
    return new SessionOpener(unitOfWork, users, credentials, sessions, tokens, secrets, ids, clock);
  }

  @Produces
  @Singleton
  PrepareIdentity prepareIdentity(
      UnitOfWork unitOfWork,
      KeyRing ring,
      SigningKeys keys,
      FirstAdministrator first,
      PasswordHasher hasher,
      SetupTokens setupTokens,
      SetupNotice notice,
      SecretTokens secrets,
      Clock clock) {
    return new PrepareIdentityHandler(
        unitOfWork, ring, keys, first, hasher, setupTokens, notice, secrets, clock);
  }

  @Produces
  @Singleton
  SetUpAdministrator setUpAdministrator(
      UnitOfWork unitOfWork,
      Gate gate,
      PasswordHasher hasher,
      SetupTokens tokens,
      FirstAdministrator first,
      SetupNotice notice) {
    return new SetUpAdministratorHandler(unitOfWork, gate, hasher, tokens, first, notice);
  }

  @Produces
  @Singleton
  Register register(UnitOfWork unitOfWork, Gate gate, PasswordHasher hasher, NewAccounts accounts) {
    return new RegisterHandler(unitOfWork, gate, hasher, accounts);
  }

  @Produces
  @Singleton
  LogIn logIn(
      Gate gate,
      PasswordCheck check,
      LockOuts lockOuts,
      PasswordHasher hasher,
      SessionOpener opener) {
    return new LogInHandler(gate, check, lockOuts, hasher, opener);
  }

  @Produces
  @Singleton
  Authenticate authenticate(
      AccessTokens tokens, Revocations revocations, ApiKeys keys, LastUses uses, Clock clock) {
    return new AuthenticateHandler(tokens, revocations, keys, uses, clock);
  }

  @Produces
  @Singleton
  ReadClaims readClaims(OwnAccount own) {
    return new ReadClaimsHandler(own);
  }

  @Produces
  @Singleton
  FindUser findUser(Users users) {
    return new FindUserHandler(users);
  }

  @Produces
  @Singleton
  PgHousekeeping housekeeping(Sql sql, Clock clock) {
    return new PgHousekeeping(sql, clock);
  }

  @Produces
  @Singleton
  Colleagues colleagues(Sql sql) {
    return new PgColleaguesReadModel(sql);
  }

  @Produces
  @Singleton
  OwnAccount ownAccount(Users users) {
    return new OwnAccount(users);
  }

  @Produces
  @Singleton
  SessionEnd sessionEnd(LoginSessions sessions, Clock clock) {
    return new SessionEnd(sessions, clock);
  }

  @Produces
  @Singleton
  TokenFamilies tokenFamilies(
      LoginSessions sessions, Users users, MasterSecret secret, Clock clock) {
    SecretKey key = secret.key("refresh token successors", "HmacSHA256");
    return new TokenFamilies(sessions, users, key, clock);
  }

  @Produces
  @Singleton
  RefreshLogin refreshLogin(
      UnitOfWork unitOfWork,
      Gate gate,
      TokenFamilies families,
      SessionOpener opener,
      Revocations revocations) {
    return new RefreshLoginHandler(unitOfWork, gate, families, opener, revocations);
  }

  @Produces
  @Singleton
  EndSessions endSessions(
      UnitOfWork unitOfWork,
      LoginSessions sessions,
      SessionEnd end,
      Revocations revocations,
      Clock clock) {
    return new EndSessionsHandler(unitOfWork, sessions, end, revocations, clock);
  }

  @Produces
  @Singleton
  BrowseSessions browseSessions(LoginSessions sessions, Clock clock) {
    return new BrowseSessionsHandler(sessions, clock);
  }

  @Produces
  @Singleton
  ReadAccount readAccount(OwnAccount own) {
    return new ReadAccountHandler(own);
  }

  @Produces
  @Singleton
  EditAccount editAccount(UnitOfWork unitOfWork, OwnAccount own, Users users, Clock clock) {
    return new EditAccountHandler(unitOfWork, own, users, clock);
  }

  @Produces
  @Singleton
  DeleteAccount deleteAccount(
      UnitOfWork unitOfWork,
      OwnAccount own,
      Users users,
      Credentials credentials,
      ApiKeys keys,
      SessionEnd sessions,
      Revocations revocations,
      @All List<AccountHolds> holds,
      @All List<AccountEnds> above,
      Clock clock) {
    return new DeleteAccountHandler(
        unitOfWork, own, users, credentials, keys, sessions, revocations, holds, above, clock);
  }

  @Produces
  @Singleton
  ChangePassword changePassword(
      UnitOfWork unitOfWork,
      Gate gate,
      OwnAccount own,
      PasswordCheck check,
      PasswordHasher hasher,
      Users users,
      Credentials credentials,
      SessionEnd sessions,
      Revocations revocations,
      Clock clock) {
    return new ChangePasswordHandler(
        unitOfWork, gate, own, check, hasher, users, credentials, sessions, revocations, clock);
  }

  @Produces
  @Singleton
  BrowseColleagues browseColleagues(Colleagues colleagues, Users users) {
    return new BrowseColleaguesHandler(colleagues, users);
  }

  @Produces
  @Singleton
  BrowseApiKeys browseApiKeys(ApiKeys keys) {
    return new BrowseApiKeysHandler(keys);
  }

  @Produces
  @Singleton
  ManageApiKeys manageApiKeys(
      UnitOfWork unitOfWork,
      ApiKeys keys,
      Memberships memberships,
      SecureRandom random,
      Ids ids,
      Clock clock) {
    return new ManageApiKeysHandler(unitOfWork, keys, memberships, random, ids, clock);
  }

  @Produces
  @Singleton
  PublishKeys publishKeys(KeyRing ring) {
    return new PublishKeysHandler(ring);
  }

  @Produces
  @Singleton
  RotateKeys rotateKeys(UnitOfWork unitOfWork, KeyRing ring, SigningKeys keys, Clock clock) {
    return new RotateKeysHandler(unitOfWork, ring, keys, clock);
  }

  @Produces
  @Singleton
  ReadAllowance readAllowance(Throttles throttles, IdentityLimits limits, Clock clock) {
    return new ReadAllowanceHandler(throttles, limits.rules(), clock);
  }
}
