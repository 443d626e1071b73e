package dev.colloquy.shared.adapter.rest.request;

import dev.colloquy.identity.domain.IdentityException.Unauthenticated;
import dev.colloquy.shared.adapter.rest.page.CursorCodec;
import dev.colloquy.shared.adapter.rest.page.Paging;
import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.Attempt;
import dev.colloquy.shared.domain.CommonException.PreconditionRequired;
import dev.colloquy.shared.domain.Origin;
import dev.colloquy.shared.domain.Precondition;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Who calls, and what the headers of his request say. Ask for everything before the first
 * asynchronous step; the answers are plain values that go anywhere.
 */
@RequestScoped
public class Caller {

  private final RoutingContext exchange;
  private final CursorCodec cursors;

  Caller(RoutingContext exchange, CursorCodec cursors) {
    this.exchange = exchange;
    this.cursors = cursors;
  }

  /** Who acts; fails with {@link Unauthenticated} on a route that needs nobody. */
  public Actor.OfUser actor() {
    return Identities.from(Identities.demanded(exchange), origin());
  }

  /** Where the command comes from, for routes that need nobody. */
  public Origin origin() {
    return Arrival.of(exchange).origin(exchange);
  }

  /** What {@code If-Match} demands. */
  public Precondition precondition() {
    return IfMatch.parse(exchange.request().headers().getAll(IfMatch.NAME));
  }

  /** The same for PUT of what exists, which must not overwrite blindly. */
  public Precondition requirePrecondition() {
    if (!exchange.request().headers().contains(IfMatch.NAME)) {
      throw new PreconditionRequired();
    }
    return precondition();
  }

  /**
   * The part of a list that the query asks for.
   *
   * @param filters all other parameters that decide what is listed: a cursor belongs to them
   */
  public Paging paging(
      @Nullable String limit, @Nullable String cursor, @Nullable Object... filters) {
    List<String> binding = new ArrayList<>();
    binding.add(exchange.request().path());
    binding.add(actor().user().toString());
    Arrays.stream(filters).map(String::valueOf).forEach(binding::add);
    return Paging.of(limit, cursor, cursors, binding);
  }

  /** What the caller named this request: {@code Idempotency-Key}. */
  public Optional<String> requestKey() {
    return IdempotencyKey.parse(exchange.request().getHeader(IdempotencyKey.NAME));
  }

  /** This request as one try of what is to happen once. */
  public Attempt attempt(Supplier<CompletionStage<Void>> mayStillSee) {
    return new Attempt(actor(), requestKey(), Arrival.fingerprint(exchange), mayStillSee);
  }
}
