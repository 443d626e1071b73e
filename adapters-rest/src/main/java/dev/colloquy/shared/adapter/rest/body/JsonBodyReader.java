package dev.colloquy.shared.adapter.rest.body;

import dev.colloquy.shared.adapter.rest.request.Arrival;
import dev.colloquy.shared.domain.CommonException.PayloadTooLarge;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveResourceInfo;
import org.jboss.resteasy.reactive.server.spi.ServerHttpRequest;
import org.jboss.resteasy.reactive.server.spi.ServerMessageBodyReader;
import org.jboss.resteasy.reactive.server.spi.ServerRequestContext;

/** Lets request records bind themselves, instead of Jackson binding them leniently. */
@Provider
@Consumes({MediaType.APPLICATION_JSON, JsonBodyReader.MERGE_PATCH})
public final class JsonBodyReader implements ServerMessageBodyReader<Object> {

  /** What a PATCH takes beside plain JSON (RFC 7396). */
  public static final String MERGE_PATCH = "application/merge-patch+json";

  /** In bytes; counted while reading, whatever the headers say. */
  public static final int MAX_BYTES = 2 * 1024 * 1024;

  @Override
  public boolean isReadable(
      Class<?> type, Type generic, ResteasyReactiveResourceInfo resource, MediaType media) {
    return JsonBody.class.isAssignableFrom(type);
  }

  @Override
  public boolean isReadable(
      Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
    return JsonBody.class.isAssignableFrom(type);
  }

  @Override
  public Object readFrom(
      Class<Object> type, Type generic, MediaType media, ServerRequestContext request)
      throws IOException {
    byte[] body = bytes(request.getInputStream());
    Arrival.keepBody(((ServerHttpRequest) request).unwrap(RoutingContext.class), body);
    return Fields.bind(body, Binder.of(type));
  }

  @Override
  public Object readFrom(
      Class<Object> type,
      Type generic,
      Annotation[] annotations,
      MediaType media,
      MultivaluedMap<String, String> headers,
      InputStream stream)
      throws IOException {
    return Fields.bind(bytes(stream), Binder.of(type));
  }

  private static byte[] bytes(InputStream stream) throws IOException {
    byte[] body = stream.readNBytes(MAX_BYTES + 1);
    if (body.length > MAX_BYTES) {
      throw new PayloadTooLarge(MAX_BYTES);
    }
    return body;
  }
}
