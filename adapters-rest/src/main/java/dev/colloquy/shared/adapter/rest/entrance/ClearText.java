package dev.colloquy.shared.adapter.rest.entrance;

import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.HttpServerOptions;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Speaks HTTP/1.1 alone where nothing is encrypted. An upgrade to HTTP/2 that a proxy hands on
 * takes whoever asked for it past the proxy's rules; and now and then the answer that comes with
 * the upgrade was seen to be written before it. With TLS, HTTP/2 is agreed upon before the first
 * request.
 */
@ApplicationScoped
public class ClearText implements HttpServerOptionsCustomizer {

  @Override
  public void customizeHttpServer(HttpServerOptions options) {
    options.setHttp2ClearTextEnabled(false);
  }
}
