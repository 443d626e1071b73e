package dev.colloquy.shared.domain.port.in;

import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.Subject;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * Keeps a refusal of access for the record. The edge calls it after the unit of work has ended and
 * waits for it: without record no answer.
 */
public interface RecordRefusal {

  /** Writes in a transaction of its own; fails with {@code DatabaseError}. */
  CompletionStage<Void> handle(Command command);

  /**
   * What was refused.
   *
   * @param actor who was refused; empty for someone who did not say who he is
   * @param address where the request came from
   * @param action what was tried, such as "POST /api/v1/workspaces/{id}/archive"
   * @param subject what it was tried on, where that is known
   * @param code the refusal's code
   */
  record Command(
      Optional<Actor> actor,
      String address,
      String action,
      Optional<Subject> subject,
      String code) {}
}
