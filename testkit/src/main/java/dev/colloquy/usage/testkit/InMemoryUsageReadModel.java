package dev.colloquy.usage.testkit;

import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.Page;
import dev.colloquy.shared.domain.PageRequest;
import dev.colloquy.usage.domain.Call;
import dev.colloquy.usage.domain.Consumption;
import dev.colloquy.usage.domain.Period;
import dev.colloquy.usage.domain.Quota;
import dev.colloquy.usage.domain.QuotaSubject;
import dev.colloquy.usage.domain.Spender;
import dev.colloquy.usage.domain.Standing;
import dev.colloquy.usage.domain.UsageGroup;
import dev.colloquy.usage.domain.UsageLine;
import dev.colloquy.usage.domain.port.out.UsageReadModel;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;

/** Questions about usage, answered from memory. */
public final class InMemoryUsageReadModel implements UsageReadModel {

  private final UsageTables tables;

  public InMemoryUsageReadModel(UsageTables tables) {
    this.tables = tables;
  }

  @Override
  public CompletionStage<Page<UsageLine>> sums(Filter filter, UsageGroup by, PageRequest page) {
    return tables.database.read(
        () -> Page.cut(lines(filter, by, page), page.limit(), UsageLine::group));
  }

  @Override
  public CompletionStage<Page<Standing>> standings(
      Actor.OfUser actor, Instant now, PageRequest page) {
    return tables.database.read(
        () -> {
          Stream<Quota> mine =
              tables.quotas.values().stream().filter(it -> concerns(it.subject(), actor));
          return Page.cut(InMemoryQuotas.newest(mine, page), page.limit(), it -> it.id().toString())
              .map(quota -> standing(quota, Spender.direct(actor), now));
        });
  }

  @Override
  public CompletionStage<Boolean> knows(QuotaSubject subject) {
    return tables.database.read(() -> tables.people.knows(subject));
  }

  private Standing standing(Quota quota, Spender spender, Instant now) {
    var holder = UsageTables.holder(quota, spender);
    return new Standing(
        quota,
        Quota.plain(tables.used(quota, holder, now)),
        Quota.plain(tables.reserved(quota, holder, now)),
        quota.period().end(now));
  }

  private boolean concerns(QuotaSubject subject, Actor.OfUser actor) {
    return switch (subject) {
      case QuotaSubject.OneUser(var user) -> user.equals(actor.user());
      case QuotaSubject.OfTier(var tier) ->
          tables.people.tier(actor.user()).equals(Optional.of(tier));
      case QuotaSubject.OneKey(var key) ->
          actor instanceof Actor.Key with
              ? with.key().equals(key)
              : tables.people.owns(actor.user(), key);
      case QuotaSubject.OneWorkspace(var workspace) ->
          actor.reaches(workspace) && tables.people.belongs(actor.user(), workspace);
    };
  }

  private List<UsageLine> lines(Filter filter, UsageGroup by, PageRequest page) {
    TreeMap<String, UsageLine> sums = new TreeMap<>();
    tables.entries.values().stream()
        .filter(entry -> fits(filter, entry.call()))
        .forEach(
            entry -> {
              String group = group(entry.call(), by);
              sums.merge(group, new UsageLine(group, 1, entry.taken()), this::sum);
            });
    return page
        .after()
        .map(cursor -> sums.tailMap(cursor.position(), false))
        .orElse(sums)
        .values()
        .stream()
        .limit(page.limit() + 1L)
        .toList();
  }

  private UsageLine sum(UsageLine one, UsageLine other) {
    Consumption both =
        new Consumption(
            one.taken().promptTokens() + other.taken().promptTokens(),
            one.taken().completionTokens() + other.taken().completionTokens(),
            one.taken().cost().add(other.taken().cost()));
    return new UsageLine(one.group(), one.requests() + other.requests(), both);
  }

  private static boolean fits(Filter filter, Call call) {
    return filter.user().filter(it -> !it.equals(call.spender().user())).isEmpty()
        && (filter.workspace().isEmpty() || filter.workspace().equals(call.spender().workspace()))
        && !call.began().isBefore(filter.span().from())
        && call.began().isBefore(filter.span().to());
  }

  private static String group(Call call, UsageGroup by) {
    return switch (by) {
      case DAY -> Period.DAY.begin(call.began()).toString();
      case MODEL -> call.model().toString();
      case WORKSPACE -> call.spender().workspace().map(it -> it.toString()).orElse("");
      case USER -> call.spender().user().toString();
    };
  }
}
