package dev.colloquy.model.adapter.llm;

import dev.colloquy.model.domain.ModelCallFailed;
import dev.colloquy.model.domain.ModelCallFailed.Fault;
import dev.colloquy.model.domain.ModelEndpoint;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** How a provider is come to: its address, the headers it wants and its key. */
record Approach(ModelEndpoint endpoint, Protocol protocol) {

  /** What frames a message is for the client to say. */
  private static final Set<String> FRAMING =
      Set.of("host", "content-length", "transfer-encoding", "connection", "upgrade", "te");

  /** What a header may be called and carry (RFC 9110); no line break, which would begin another. */
  private static final Pattern NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

  private static final Pattern VALUE = Pattern.compile("[\\x20-\\x7e]*");

  /**
   * A request to a path of the provider's API; redirects are not followed.
   *
   * @throws ModelCallFailed where there is no address, or with a key or another header that fits
   *     into none
   */
  RequestOptions request(HttpMethod method, String path) {
    URI base =
        endpoint
            .baseUrl()
            .or(endpoint.kind()::usualBaseUrl)
            .orElseThrow(() -> Failures.of(Fault.UNAVAILABLE));
    RequestOptions options = new Address(base).request(method, path).setFollowRedirects(false);
    protocol.headers().forEach(options::putHeader);
    endpoint.dialect().headers().entrySet().stream()
        .filter(it -> !FRAMING.contains(it.getKey().toLowerCase(Locale.ROOT)))
        .forEach(it -> put(options, it, Fault.REFUSED));
    options.putHeader(HttpHeaders.USER_AGENT, "colloquy");
    endpoint.key().map(protocol::credential).ifPresent(it -> put(options, it, Fault.KEY_REFUSED));
    return options;
  }

  private static void put(RequestOptions options, Map.Entry<String, String> header, Fault fault) {
    if (!NAME.matcher(header.getKey()).matches() || !VALUE.matcher(header.getValue()).matches()) {
      throw Failures.of(fault);
    }
    options.putHeader(header.getKey(), header.getValue());
  }
}
