package dev.colloquy.identity.domain;

import dev.colloquy.identity.domain.IdentityException.AccountNotActive;
import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.Change;
import dev.colloquy.shared.domain.Metadata;
import dev.colloquy.shared.domain.UserId;
import dev.colloquy.shared.domain.UserRole;
import java.time.Instant;
import java.util.Optional;

/**
 * Somebody's account. The password's hash is kept apart, so that what reads accounts never holds
 * it. Its decisions return the user with the events.
 *
 * @param lastLoginAt counted beside the account: a login raises no version
 * @param version raised by one with every change
 */
public record User(
    UserId id,
    Email email,
    Profile profile,
    Metadata preferences,
    UserRole role,
    Tier tier,
    UserStatus status,
    boolean emailVerified,
    Optional<Instant> lastLoginAt,
    Instant createdAt,
    Instant updatedAt,
    long version) {

  /** A fresh account that may be used at once. */
  public static Change<User> register(
      Actor actor, UserId id, Email email, Profile profile, UserRole role, Instant now) {
    User user =
        new User(
            id,
            email,
            profile,
            Metadata.empty(),
            role,
            Tier.FREE,
            UserStatus.ACTIVE,
            false,
            Optional.empty(),
            now,
            now,
            1);
    return Change.of(user, new UserEvent.Registered(actor, now, user));
  }

  public boolean isActive() {
    return status == UserStatus.ACTIVE;
  }

  /** Fails with {@link AccountNotActive} unless the account may be used. */
  public User usable() {
    if (!isActive()) {
      throw new AccountNotActive();
    }
    return this;
  }

  /** Gives the account another profile; the same profile is no change. */
  public Change<User> edit(Actor actor, Profile wanted, Instant now) {
    if (wanted.equals(profile)) {
      return Change.nothing(this);
    }
    User edited = next(wanted, preferences, status, now);
    return Change.of(edited, new UserEvent.Updated(actor, now, edited));
  }

  /** Replaces what the user's clients keep with the account. */
  public Change<User> prefer(Actor actor, Metadata wanted, Instant now) {
    if (wanted.equals(preferences)) {
      return Change.nothing(this);
    }
    User changed = next(profile, wanted, status, now);
    return Change.of(changed, new UserEvent.PreferencesUpdated(actor, now, changed));
  }

  /** Says that the account has another password; nothing that is shown changes. */
  public Change<User> passwordChanged(Actor actor, Instant now) {
    User changed = next(profile, preferences, status, now);
    return Change.of(changed, new UserEvent.PasswordChanged(actor, now, changed));
  }

  /** Takes the account away for good. */
  public Change<User> delete(Actor actor, Instant now) {
    User deleted = next(profile, preferences, UserStatus.DELETED, now);
    return Change.of(deleted, new UserEvent.Deleted(actor, now, deleted));
  }

  private User next(Profile profile, Metadata preferences, UserStatus status, Instant now) {
    return new User(
        id,
        email,
        profile,
        preferences,
        role,
        tier,
        status,
        emailVerified,
        lastLoginAt,
        createdAt,
        now,
        version + 1);
  }
}
