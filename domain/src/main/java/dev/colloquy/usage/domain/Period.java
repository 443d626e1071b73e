package dev.colloquy.usage.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** How long a quota counts before it begins anew; days and months are those of UTC. */
public enum Period {
  DAY,
  MONTH;

  /** The first day of the period in which this instant lies. */
  public LocalDate begin(Instant instant) {
    LocalDate day = instant.atOffset(ZoneOffset.UTC).toLocalDate();
    return switch (this) {
      case DAY -> day;
      case MONTH -> day.withDayOfMonth(1);
    };
  }

  /** When the period in which this instant lies is over. */
  public Instant end(Instant instant) {
    LocalDate next =
        switch (this) {
          case DAY -> begin(instant).plusDays(1);
          case MONTH -> begin(instant).plusMonths(1);
        };
    return next.atStartOfDay(ZoneOffset.UTC).toInstant();
  }
}
