package dev.colloquy.shared.adapter.rest.entrance;

import dev.colloquy.shared.adapter.rest.problem.EdgeRefusal;
import dev.colloquy.shared.adapter.rest.problem.EdgeRefused;
import dev.colloquy.shared.domain.CommonException.MalformedRequest;
import dev.colloquy.shared.domain.CommonException.PayloadTooLarge;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What is refused by its first lines alone, before a body is read or anybody is looked up. */
final class RequestChecks {

  private static final int MAX_URI = 8192;
  private static final int MAX_HEADERS = 16_384;
  private static final Pattern LENGTH = Pattern.compile("[0-9]{1,18}");

  private RequestChecks() {}

  /** The first fault, as the failure that names it. */
  static Optional<Throwable> fault(HttpServerRequest request, long maxBody) {
    MultiMap headers = request.headers();
    if (request.uri().length() > MAX_URI) {
      return Optional.of(new EdgeRefused(EdgeRefusal.URI_TOO_LONG));
    }
    if (size(headers) > MAX_HEADERS) {
      return Optional.of(new EdgeRefused(EdgeRefusal.HEADERS_TOO_LARGE));
    }
    if (!isUri(request.uri())) {
      return Optional.of(new MalformedRequest("The request's URI is malformed."));
    }
    return body(headers, maxBody);
  }

  private static Optional<Throwable> body(MultiMap headers, long maxBody) {
    List<String> lengths = headers.getAll("Content-Length");
    if (!lengths.isEmpty() && headers.contains("Transfer-Encoding")) {
      return Optional.of(
          new MalformedRequest("Content-Length and Transfer-Encoding exclude each other."));
    }
    if (lengths.size() > 1 || lengths.stream().anyMatch(it -> !LENGTH.matcher(it).matches())) {
      return Optional.of(new MalformedRequest("Content-Length must be one number."));
    }
    if (!lengths.isEmpty() && Long.parseLong(lengths.getFirst()) > maxBody) {
      return Optional.of(new PayloadTooLarge(maxBody));
    }
    // what unpacks to a thousandfold is not unpacked
    return headers.contains("Content-Encoding")
            && !headers.contains("Content-Encoding", "identity", true)
        ? Optional.of(new EdgeRefused(EdgeRefusal.UNSUPPORTED_MEDIA_TYPE))
        : Optional.empty();
  }

  private static int size(MultiMap headers) {
    int size = 0;
    for (Map.Entry<String, String> each : headers) {
      size += each.getKey().length() + each.getValue().length() + 4;
    }
    return size;
  }

  private static boolean isUri(String text) {
    try {
      URI uri = new URI(text);
      return uri.getRawPath() != null && !text.contains("%00");
    } catch (URISyntaxException e) {
      return false;
    }
  }
}
