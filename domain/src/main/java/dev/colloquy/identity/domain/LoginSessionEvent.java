package dev.colloquy.identity.domain;

import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.Audience;
import dev.colloquy.shared.domain.DomainEvent;
import dev.colloquy.shared.domain.Snapshot;
import dev.colloquy.shared.domain.Subject;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What happens to a login session; its user sees it. */
public sealed interface LoginSessionEvent extends DomainEvent {

  LoginSession session();

  @Override
  default Subject subject() {
    return new Subject("session", session().id().value());
  }

  @Override
  default Audience audience() {
    return new Audience.OneUser(session().user());
  }

  /** Somebody logged in. */
  record Started(Actor actor, Instant occurredAt, LoginSession session)
      implements LoginSessionEvent {
    @Override
    public String type() {
      return "session.started";
    }

    @Override
    public Map<String, @Nullable Object> data() {
      return new Snapshot()
          .with("id", session().id())
          .with("user_id", session().user())
          .with("ip", session().client().address())
          .with("user_agent", session().client().userAgent())
          .with("created_at", session().createdAt())
          .with("expires_at", session().expiresAt())
          .toMap();
    }
  }

  /** The session is over, and why; {@code token_reused} may mean that a token was stolen. */
  record Ended(Actor actor, Instant occurredAt, LoginSession session, LoginSession.End reason)
      implements LoginSessionEvent {
    @Override
    public String type() {
      return "session.ended";
    }

    @Override
    public Map<String, @Nullable Object> data() {
      return new Snapshot()
          .with("id", session().id())
          .with("user_id", session().user())
          .with("reason", reason)
          .with("ended_at", session().endedAt())
          .toMap();
    }
  }
}
