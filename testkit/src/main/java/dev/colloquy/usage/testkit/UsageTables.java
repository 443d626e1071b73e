package dev.colloquy.usage.testkit;

import dev.colloquy.shared.testkit.InMemoryDatabase;
import dev.colloquy.shared.testkit.Table;
import dev.colloquy.usage.domain.Call;
import dev.colloquy.usage.domain.CallId;
import dev.colloquy.usage.domain.Consumption;
import dev.colloquy.usage.domain.Period;
import dev.colloquy.usage.domain.Quota;
import dev.colloquy.usage.domain.QuotaId;
import dev.colloquy.usage.domain.QuotaSubject;
import dev.colloquy.usage.domain.Spender;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The ledger, calls under way and quotas, and what these come to. */
public final class UsageTables {

  final InMemoryDatabase database;
  final UsagePeople people;
  final Table<CallId, Entry> entries;
  final Table<CallId, Call> calls;
  final Table<QuotaId, Quota> quotas;

  /** An ended call. */
  record Entry(Call call, Consumption taken) {}

  public UsageTables(InMemoryDatabase database, UsagePeople people) {
    this.database = database;
    this.people = people;
    this.entries = database.table();
    this.calls = database.table();
    this.quotas = database.table();
  }

  /** The quotas that count the call, in their order. */
  List<Quota> applying(Spender spender) {
    return quotas.values().stream()
        .filter(quota -> applies(quota.subject(), spender))
        .sorted(Comparator.comparing(quota -> quota.id().toString()))
        .toList();
  }

  /** What ended calls took of it in the period of this instant. */
  BigDecimal used(Quota quota, UUID holder, Instant now) {
    return entries.values().stream()
        .filter(entry -> counts(quota, holder, now, entry.call()))
        .map(entry -> entry.taken().by(quota.metric()))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** What calls under way may take of it in the period of this instant. */
  BigDecimal reserved(Quota quota, UUID holder, Instant now) {
    return calls.values().stream()
        .filter(call -> counts(quota, holder, now, call))
        .map(call -> call.expected().by(quota.metric()))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** On whose account the quota counts what this user asks for. */
  static UUID holder(Quota quota, Spender spender) {
    return quota.subject().id().orElse(spender.user().value());
  }

  private boolean counts(Quota quota, UUID holder, Instant now, Call call) {
    LocalDate begin = period(quota).begin(now);
    return applies(quota.subject(), call.spender())
        && holder(quota, call.spender()).equals(holder)
        && period(quota).begin(call.began()).equals(begin);
  }

  private static Period period(Quota quota) {
    return quota.period();
  }

  private boolean applies(QuotaSubject subject, Spender spender) {
    return switch (subject) {
      case QuotaSubject.OneUser(var user) -> user.equals(spender.user());
      case QuotaSubject.OfTier(var tier) -> people.tier(spender.user()).equals(Optional.of(tier));
      case QuotaSubject.OneKey(var key) -> spender.key().equals(Optional.of(key));
      case QuotaSubject.OneWorkspace(var workspace) ->
          spender.workspace().equals(Optional.of(workspace));
    };
  }
}
