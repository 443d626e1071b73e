package dev.colloquy.tool.adapter.llm.fetch;

import dev.colloquy.shared.domain.BaseUrl;
import dev.colloquy.shared.domain.InvalidValue;
import dev.colloquy.tool.domain.ToolException.ToolFailed;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.util.Optional;

/** What is to be fetched; whether one may go there is not said yet. */
record Target(URI address) {

  private static final String SECURE = "https";

  /** As somebody writes it. Fails with {@link ToolFailed} where it is no address of HTTP. */
  static Target of(String text) {
    int fragment = text.indexOf('#');
    try {
      return new Target(BaseUrl.of(fragment < 0 ? text : text.substring(0, fragment)).value());
    } catch (InvalidValue none) {
      throw new ToolFailed("The address " + none.detail() + ".");
    }
  }

  /** Where a page sends whoever asks. Fails with {@link ToolFailed} where nobody is to follow. */
  Target redirected(String location) {
    Target next;
    try {
      next = of(address.resolve(location).toString());
    } catch (IllegalArgumentException none) {
      throw new ToolFailed("The page leads to something that is no address.");
    }
    if (isSecure() && !next.isSecure()) {
      throw new ToolFailed("The page leads from https to http.");
    }
    return next;
  }

  RequestOptions request(FetchLimits limits) {
    int usual = isSecure() ? 443 : 80;
    return new RequestOptions()
        .setMethod(HttpMethod.GET)
        .setSsl(isSecure())
        .setHost(address.getHost())
        .setPort(address.getPort() > 0 ? address.getPort() : usual)
        .setURI(path())
        .setFollowRedirects(false)
        .setConnectTimeout(limits.connect().toMillis())
        .putHeader("User-Agent", "Colloquy")
        .putHeader("Accept", "text/*, application/json, application/xml;q=0.9")
        .putHeader("Accept-Encoding", "identity");
  }

  private boolean isSecure() {
    return SECURE.equalsIgnoreCase(address.getScheme());
  }

  private String path() {
    String path = Optional.ofNullable(address.getRawPath()).filter(it -> !it.isEmpty()).orElse("/");
    return path + Optional.ofNullable(address.getRawQuery()).map(it -> "?" + it).orElse("");
  }
}
