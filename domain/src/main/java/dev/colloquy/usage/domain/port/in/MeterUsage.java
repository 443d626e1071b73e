package dev.colloquy.usage.domain.port.in;

import dev.colloquy.usage.domain.Call;
import dev.colloquy.usage.domain.CallId;
import dev.colloquy.usage.domain.Consumption;
import dev.colloquy.usage.domain.Spender;
import java.util.UUID;
import java.util.concurrent.CompletionStage;

/**
 * Keeps count of model calls, each of which is reserved before it is made and then either settled
 * or released, once. All of it joins the unit of work under way, and is to be the last there that
 * waits for anybody: it makes others wait who are on the same quota.
 */
public interface MeterUsage {

  /**
   * Takes what the call may need out of every quota that applies. Fails with {@code QuotaExceeded}
   * where one does not hold that much, and then the unit of work is lost.
   */
  CompletionStage<Void> reserve(Reservation reservation);

  /**
   * The call under way goes to this model and takes that much at the most in all. Fails with {@code
   * QuotaExceeded} where that is more than before and a quota does not hold it, and then the unit
   * of work is lost. Nothing happens for one that is not under way.
   */
  CompletionStage<Void> expect(CallId call, UUID model, Consumption expected);

  /**
   * Writes the ended call into the ledger, and what it really took into the quotas that it was
   * reserved from. Nothing happens for one that is not under way.
   */
  CompletionStage<Void> settle(CallId call, Consumption taken);

  /**
   * Gives back all of it, for a call that was never made; nothing happens where it is not there.
   */
  CompletionStage<Void> release(CallId call);

  /**
   * A call that is about to be made.
   *
   * @param expected what it takes at the most
   */
  record Reservation(
      CallId call, Call.Kind kind, Spender spender, UUID model, Consumption expected) {}
}
