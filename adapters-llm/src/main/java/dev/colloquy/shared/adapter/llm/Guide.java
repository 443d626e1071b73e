package dev.colloquy.shared.adapter.llm;

import dev.colloquy.shared.domain.AddressRules;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import java.net.InetAddress;
import java.util.List;

/**
 * Leads a request to an address that was looked at. The name is resolved once and the connection is
 * made to what came of it: who answers the name otherwise a moment later gains nothing. The header
 * {@code Host} and the certificate are still the name's.
 */
public record Guide(Names names, AddressRules rules) {

  /** Asks this system for addresses. */
  public static Guide of(Vertx vertx, AddressRules rules) {
    return new Guide(new SystemNames(vertx), rules);
  }

  /** Fails with {@link AddressRefused}, or as the names do. */
  public Future<RequestOptions> guarded(RequestOptions options) {
    String host = options.getHost();
    if (!rules.mayName(host)) {
      return Future.failedFuture(new AddressRefused());
    }
    return names.resolve(host).map(resolved -> pinned(options, resolved));
  }

  private RequestOptions pinned(RequestOptions options, List<InetAddress> resolved) {
    if (!rules.admits(options.getHost(), resolved)) {
      throw new AddressRefused();
    }
    return new RequestOptions(options)
        .setServer(
            SocketAddress.inetSocketAddress(
                options.getPort(), resolved.getFirst().getHostAddress()));
  }
}
