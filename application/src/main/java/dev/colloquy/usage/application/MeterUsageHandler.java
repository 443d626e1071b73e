package dev.colloquy.usage.application;

import dev.colloquy.usage.domain.Call;
import dev.colloquy.usage.domain.CallId;
import dev.colloquy.usage.domain.Consumption;
import dev.colloquy.usage.domain.UsageException.QuotaExceeded;
import dev.colloquy.usage.domain.port.in.MeterUsage;
import dev.colloquy.usage.domain.port.out.UsageMeter;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletionStage;

/** Keeps count of model calls. */
public final class MeterUsageHandler implements MeterUsage {

  private final UsageMeter meter;
  private final Clock clock;

  public MeterUsageHandler(UsageMeter meter, Clock clock) {
    this.meter = meter;
    this.clock = clock;
  }

  @Override
  public CompletionStage<Void> reserve(Reservation it) {
    Call call =
        Call.begun(it.call(), it.kind(), it.spender(), it.model(), it.expected(), clock.instant());
    return meter.reserve(call).thenAccept(booking -> demand(booking, call.began()));
  }

  @Override
  public CompletionStage<Void> expect(CallId call, UUID model, Consumption expected) {
    return meter
        .expect(call, model, expected)
        .thenAccept(booking -> demand(booking, clock.instant()));
  }

  @Override
  public CompletionStage<Void> settle(CallId call, Consumption taken) {
    return meter.settle(call, taken);
  }

  @Override
  public CompletionStage<Void> release(CallId call) {
    return meter.release(call);
  }

  private static void demand(UsageMeter.Booking booking, Instant now) {
    switch (booking) {
      case UsageMeter.Booked() -> {}
      case UsageMeter.Refused(var quota) -> throw new QuotaExceeded(quota, now);
    }
  }
}
