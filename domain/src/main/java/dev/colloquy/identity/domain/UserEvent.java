package dev.colloquy.identity.domain;

import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.Audience;
import dev.colloquy.shared.domain.DomainEvent;
import dev.colloquy.shared.domain.Snapshot;
import dev.colloquy.shared.domain.Subject;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What happens to an account; its user sees it. */
public sealed interface UserEvent extends DomainEvent {

  /** The account after the change. */
  User user();

  @Override
  default Subject subject() {
    return new Subject("user", user().id().value());
  }

  @Override
  default Audience audience() {
    return new Audience.OneUser(user().id());
  }

  /** The account as its user reads it. */
  @Override
  default Map<String, @Nullable Object> data() {
    return new Snapshot()
        .with("id", user().id())
        .with("email", user().email())
        .with("username", user().profile().username())
        .with("name", user().profile().name())
        .with("first_name", user().profile().firstName())
        .with("last_name", user().profile().lastName())
        .with("role", user().role())
        .with("tier", user().tier())
        .with("status", user().status())
        .with("is_email_verified", user().emailVerified())
        .with("last_login_at", user().lastLoginAt())
        .with("metadata", user().profile().metadata())
        .with("created_at", user().createdAt())
        .with("updated_at", user().updatedAt())
        .with("version", user().version())
        .toMap();
  }

  /** Somebody has an account now. */
  record Registered(Actor actor, Instant occurredAt, User user) implements UserEvent {
    @Override
    public String type() {
      return "user.registered";
    }
  }

  /** The profile changed. */
  record Updated(Actor actor, Instant occurredAt, User user) implements UserEvent {
    @Override
    public String type() {
      return "user.updated";
    }
  }

  /** The preferences were replaced. */
  record PreferencesUpdated(Actor actor, Instant occurredAt, User user) implements UserEvent {
    @Override
    public String type() {
      return "user.preferences.updated";
    }

    @Override
    public Map<String, @Nullable Object> data() {
      return new Snapshot()
          .with("id", user().id())
          .with("preferences", user().preferences())
          .with("version", user().version())
          .toMap();
    }
  }

  /** The account has another password; the data says no more than that. */
  record PasswordChanged(Actor actor, Instant occurredAt, User user) implements UserEvent {
    @Override
    public String type() {
      return "user.password.changed";
    }

    @Override
    public Map<String, @Nullable Object> data() {
      return new Snapshot().with("id", user().id()).with("version", user().version()).toMap();
    }
  }

  /** The account is gone; the data says no more than when. */
  record Deleted(Actor actor, Instant occurredAt, User user) implements UserEvent {
    @Override
    public String type() {
      return "user.deleted";
    }

    @Override
    public Map<String, @Nullable Object> data() {
      return new Snapshot().with("id", user().id()).with("deleted_at", user().updatedAt()).toMap();
    }
  }

  /** Too many wrong passwords: for a while the account takes none, right or wrong. */
  record LockedOut(Actor actor, Instant occurredAt, User user, Instant until) implements UserEvent {
    @Override
    public String type() {
      return "user.locked_out";
    }

    @Override
    public Audience audience() {
      return new Audience.Administrators();
    }

    @Override
    public Map<String, @Nullable Object> data() {
      return new Snapshot().with("id", user().id()).with("locked_until", until).toMap();
    }
  }
}
