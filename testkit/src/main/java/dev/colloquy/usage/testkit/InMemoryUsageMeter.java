package dev.colloquy.usage.testkit;

import dev.colloquy.shared.domain.CommonException.Conflict;
import dev.colloquy.usage.domain.Call;
import dev.colloquy.usage.domain.CallId;
import dev.colloquy.usage.domain.Consumption;
import dev.colloquy.usage.domain.Quota;
import dev.colloquy.usage.domain.port.out.UsageMeter;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;

/** Counts in memory, by looking at all there is; who would have to wait gets a conflict. */
public final class InMemoryUsageMeter implements UsageMeter {

  private final UsageTables tables;

  public InMemoryUsageMeter(UsageTables tables) {
    this.tables = tables;
  }

  @Override
  public CompletionStage<Booking> reserve(Call call) {
    return tables.database.inUnitOfWork(() -> booked(call));
  }

  @Override
  public CompletionStage<Booking> expect(CallId id, UUID model, Consumption expected) {
    return tables.database.inUnitOfWork(
        () ->
            tables
                .calls
                .get(id)
                .map(call -> expecting(call, model, expected))
                .orElseGet(Booked::new));
  }

  @Override
  public CompletionStage<Void> settle(CallId id, Consumption taken) {
    return tables
        .database
        .inUnitOfWork(
            () -> {
              tables.calls.get(id).ifPresent(call -> settle(call, taken));
              return true;
            })
        .thenAccept(settled -> {});
  }

  @Override
  public CompletionStage<Void> release(CallId id) {
    return tables
        .database
        .inUnitOfWork(
            () -> {
              tables.calls.remove(id);
              return true;
            })
        .thenAccept(released -> {});
  }

  @Override
  public CompletionStage<Void> releaseLapsed(Instant now) {
    return tables
        .database
        .alone(
            () -> {
              lapsed(now).forEach(call -> tables.calls.remove(call.id()));
              return true;
            })
        .thenAccept(released -> {});
  }

  private Booking booked(Call call) {
    List<Quota> applying = tables.applying(call.spender());
    applying.forEach(this::lock);
    Optional<Quota> over = applying.stream().filter(quota -> !holds(quota, call)).findFirst();
    tables.calls.put(call.id(), call);
    return over.<Booking>map(Refused::new).orElseGet(Booked::new);
  }

  private Booking expecting(Call call, UUID model, Consumption expected) {
    List<Quota> applying = tables.applying(call.spender());
    applying.forEach(this::lock);
    Call more = call.expecting(model, expected);
    tables.calls.remove(call.id());
    Optional<Quota> over =
        applying.stream()
            .filter(quota -> isMore(quota, call, more))
            .filter(quota -> !holds(quota, more))
            .findFirst();
    tables.calls.put(more.id(), more);
    return over.<Booking>map(Refused::new).orElseGet(Booked::new);
  }

  private static boolean isMore(Quota quota, Call before, Call after) {
    return after.expected().by(quota.metric()).compareTo(before.expected().by(quota.metric())) > 0;
  }

  private boolean holds(Quota quota, Call call) {
    var holder = UsageTables.holder(quota, call.spender());
    BigDecimal after =
        tables
            .used(quota, holder, call.began())
            .add(tables.reserved(quota, holder, call.began()))
            .add(call.expected().by(quota.metric()));
    return after.compareTo(quota.limit()) <= 0;
  }

  private void settle(Call call, Consumption taken) {
    tables.applying(call.spender()).forEach(this::lock);
    tables.calls.remove(call.id());
    tables.entries.put(call.id(), new UsageTables.Entry(call, taken));
  }

  private void lock(Quota quota) {
    if (!tables.database.tryLock(quota.id())) {
      throw new Conflict();
    }
  }

  private List<Call> lapsed(Instant now) {
    return tables.calls.values().stream()
        .filter(call -> call.lapses().filter(it -> !it.isAfter(now)).isPresent())
        .toList();
  }
}
