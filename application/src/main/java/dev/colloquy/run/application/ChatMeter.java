package dev.colloquy.run.application;

import dev.colloquy.model.domain.Model;
import dev.colloquy.model.domain.TokenUsage;
import dev.colloquy.run.domain.Spent;
import dev.colloquy.shared.domain.port.out.Ids;
import dev.colloquy.shared.domain.port.out.Timers;
import dev.colloquy.shared.domain.port.out.UnitOfWork;
import dev.colloquy.usage.domain.Call;
import dev.colloquy.usage.domain.CallId;
import dev.colloquy.usage.domain.Spender;
import dev.colloquy.usage.domain.port.in.MeterUsage;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** Keeps count of chats that leave nothing else behind. */
public final class ChatMeter {

  private static final Logger LOG = System.getLogger(ChatMeter.class.getName());
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final int MAX_TRIES = 30;

  private final UnitOfWork unitOfWork;
  private final MeterUsage usage;
  private final Ids ids;
  private final Timers timers;

  public ChatMeter(UnitOfWork unitOfWork, MeterUsage usage, Ids ids, Timers timers) {
    this.unitOfWork = unitOfWork;
    this.usage = usage;
    this.ids = ids;
    this.timers = timers;
  }

  /** Fails with {@code QuotaExceeded}. */
  CompletionStage<CallId> reserve(Spender spender, Model model, TokenUsage needed) {
    CallId call = new CallId(ids.next());
    MeterUsage.Reservation reservation =
        new MeterUsage.Reservation(
            call,
            Call.Kind.CHAT,
            spender,
            model.id().value(),
            RunBudget.consumption(Spent.of(model, needed)));
    return unitOfWork.inTransaction(() -> usage.reserve(reservation).thenApply(reserved -> call));
  }

  /** The answer is over. Nobody waits for this: where the database is away, it is tried again. */
  void settle(CallId call, Model model, TokenUsage taken) {
    kept(() -> usage.settle(call, RunBudget.consumption(Spent.of(model, taken))), 1);
  }

  /** The model was not asked. */
  void release(CallId call) {
    kept(() -> usage.release(call), 1);
  }

  private void kept(Supplier<CompletionStage<Void>> change, int tries) {
    unitOfWork
        .inTransaction(() -> change.get().thenApply(done -> true))
        .whenComplete(
            (done, failure) -> {
              if (failure != null) {
                failed(change, tries, failure);
              }
            });
  }

  private void failed(Supplier<CompletionStage<Void>> change, int tries, Throwable failure) {
    if (tries < MAX_TRIES) {
      timers.after(PAUSE, () -> kept(change, tries + 1));
    } else {
      LOG.log(Level.ERROR, "What a chat has taken could not be kept", failure);
    }
  }
}
