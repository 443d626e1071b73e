package dev.colloquy.model.adapter.llm;

import dev.colloquy.model.domain.ModelCallFailed;
import dev.colloquy.model.domain.ModelCallFailed.Fault;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;

/** Where a provider's API begins, as an administrator writes it. */
record Address(URI base) {

  private static final Pattern VERSION = Pattern.compile("/v\\d+[a-z0-9]*(/|$)");

  /**
   * A request to a path of the API. The base may name the API's version, at its end or within
   * ({@code /openai/v1}, {@code /v1beta/openai}); where it names none, it is {@code /v1}.
   *
   * @throws ModelCallFailed where the base is no address of HTTP
   */
  RequestOptions request(HttpMethod method, String path) {
    boolean tls = "https".equalsIgnoreCase(base.getScheme());
    String host = base.getHost();
    if (host == null || !(tls || "http".equalsIgnoreCase(base.getScheme()))) {
      throw Failures.of(Fault.UNAVAILABLE);
    }
    int port = base.getPort() > 0 ? base.getPort() : tls ? 443 : 80;
    return new RequestOptions()
        .setMethod(method)
        .setSsl(tls)
        .setHost(host)
        .setPort(port)
        .setURI(versioned() + path + query());
  }

  private String versioned() {
    String path = Optional.ofNullable(base.getRawPath()).orElse("").replaceAll("/+$", "");
    return VERSION.matcher(path).find() ? path : path + "/v1";
  }

  private String query() {
    return Optional.ofNullable(base.getRawQuery()).map(it -> "?" + it).orElse("");
  }
}
