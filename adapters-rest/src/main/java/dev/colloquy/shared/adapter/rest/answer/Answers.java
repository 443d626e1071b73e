package dev.colloquy.shared.adapter.rest.answer;

import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** The usual answers. A versioned resource's entity tag is strong and holds its version. */
public final class Answers {

  private Answers() {}

  /** 200 with a resource that has a version. */
  public static <V> RestResponse<V> ok(V view, long version) {
    return ResponseBuilder.ok(view).header(HttpHeaders.ETAG, etag(version)).build();
  }

  /** 200 with what has no version. */
  public static <V> RestResponse<V> ok(V view) {
    return ResponseBuilder.ok(view).build();
  }

  /** 201 with a resource that has a version; the location is a path from the root. */
  public static <V> RestResponse<V> created(String location, V view, long version) {
    return ResponseBuilder.create(RestResponse.Status.CREATED, view)
        .header(HttpHeaders.LOCATION, location)
        .header(HttpHeaders.ETAG, etag(version))
        .build();
  }

  /** 201 with what has no version. */
  public static <V> RestResponse<V> created(String location, V view) {
    return ResponseBuilder.create(RestResponse.Status.CREATED, view)
        .header(HttpHeaders.LOCATION, location)
        .build();
  }

  /** 204, whatever the command answered. */
  public static RestResponse<Void> noContent() {
    return RestResponse.noContent();
  }

  private static String etag(long version) {
    return "\"" + version + "\"";
  }
}
