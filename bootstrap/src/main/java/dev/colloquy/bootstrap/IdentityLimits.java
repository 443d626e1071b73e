package dev.colloquy.bootstrap;

import dev.colloquy.identity.domain.Backoff;
import dev.colloquy.identity.domain.Throttle;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Map;

/** How much patience is had with failing logins and with registrations. */
@ConfigMapping(prefix = "colloquy.identity.limits")
interface IdentityLimits {

  /** Wrong passwords in a row for one account. */
  @WithDefault("5")
  int loginsByAccount();

  /** Failed logins in a row from one address. */
  @WithDefault("50")
  int loginsByAddress();

  /** Failed refreshes in a row from one address. */
  @WithDefault("100")
  int refreshesByAddress();

  /** Registrations from one address within an hour. */
  @WithDefault("20")
  int registrationsByAddress();

  /** The rule of each counter. */
  default Map<Throttle, Backoff> rules() {
    return Map.of(
        Throttle.LOGIN_BY_ACCOUNT, patience(loginsByAccount(), Duration.ofMinutes(15)),
        Throttle.LOGIN_BY_ADDRESS, patience(loginsByAddress(), Duration.ofMinutes(15)),
        Throttle.REFRESH_BY_ADDRESS, patience(refreshesByAddress(), Duration.ofMinutes(15)),
        Throttle.REGISTRATION_BY_ADDRESS, patience(registrationsByAddress(), Duration.ofHours(1)));
  }

  private static Backoff patience(int free, Duration forgottenAfter) {
    return new Backoff(free, Duration.ofSeconds(30), Duration.ofMinutes(15), forgottenAfter);
  }
}
