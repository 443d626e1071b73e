package dev.colloquy.identity.domain;

import dev.colloquy.shared.domain.LoginSessionId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A refresh token that came back, as far as it is known.
 *
 * @param rotatedAt when its successor was made; empty while it is the newest of its family
 * @param successorUsed whether the successor has itself been rotated
 */
public record PresentedToken(
    LoginSession session, Optional<Instant> rotatedAt, boolean successorUsed) {

  /** How long a parent may come again and get the same successor: two tabs, or a lost answer. */
  public static final Duration GRACE = Duration.ofSeconds(10);

  /** What is to be done about it. */
  public enum Verdict {
    /** It is the newest: make its successor. */
    ROTATE,
    /** It was rotated a moment ago and its successor is unused: the same answer again. */
    REPEAT,
    /** It had been used up. Whoever presents it may be a thief: the family dies. */
    REUSED,
    /** Its session has ended or run out. */
    OVER
  }

  /** After RFC 9700, 4.14.2. */
  public Verdict judge(Instant now) {
    if (!session.isLive(now)) {
      return Verdict.OVER;
    }
    if (rotatedAt.isEmpty()) {
      return Verdict.ROTATE;
    }
    boolean inGrace = !now.isAfter(rotatedAt.get().plus(GRACE));
    return inGrace && !successorUsed ? Verdict.REPEAT : Verdict.REUSED;
  }

  public LoginSessionId sessionId() {
    return session.id();
  }
}
