package dev.colloquy.tool.adapter.llm.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import dev.colloquy.shared.adapter.llm.EventReader;
import dev.colloquy.shared.adapter.llm.StreamRefused;
import io.vertx.core.AsyncResult;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a server says unasked over HTTP: the answer to a GET, which need not end. Where it does, it
 * is asked for again after a while, from the last event on. Servers may have no such answer; then
 * they are heard in answer to requests alone.
 */
final class HttpListening {

  /** Of one event: nothing that is heard here is long. */
  private static final int EVENT_BYTES = 1 << 20;

  private static final Duration SHORTEST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofMinutes(1);

  /** What lasted so long was no failure. */
  private static final Duration STEADY = Duration.ofSeconds(10);

  private static final Pattern SENDABLE = Pattern.compile("[!-~]{1,1000}");
  private static final int OK = 200;
  private static final int TOO_MANY = 429;
  private static final int SERVER_ERROR = 500;

  private final HttpChannel channel;
  private Duration pause = SHORTEST;
  private String lastId = "";
  private boolean heardBefore;
  private boolean over;
  private @Nullable Attempt attempt;

  HttpListening(HttpChannel channel) {
    this.channel = channel;
  }

  void start() {
    if (!over && channel.isAdmitted()) {
      attempt = new Attempt();
      channel.guide().guarded(options()).onComplete(attempt::guided);
    }
  }

  /** Hears no more. */
  void close() {
    over = true;
    if (attempt != null) {
      attempt.end();
    }
  }

  private RequestOptions options() {
    RequestOptions options = channel.options(HttpMethod.GET);
    options.getHeaders().remove(HttpHeaders.CONTENT_TYPE);
    options.putHeader(HttpHeaders.ACCEPT.toString(), "text/event-stream");
    if (!lastId.isEmpty()) {
      options.putHeader("Last-Event-ID", lastId);
    }
    return options;
  }

  private void later() {
    if (!over) {
      channel.context().setTimer(pause.toMillis(), ignored -> start());
      pause = shorter(pause.multipliedBy(2), LONGEST);
    }
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? other : one;
  }

  private void heard(String text) {
    channel.parsed(text).onSuccess(this::told);
  }

  private void told(Optional<JsonNode> parsed) {
    if (!over) {
      parsed.ifPresent(channel.listener()::heard);
    }
  }

  /** One GET and its answer. */
  private final class Attempt {

    private final EventReader events =
        new EventReader(EVENT_BYTES, channel.limits().streamBytes(), HttpListening.this::heard);
    private final long begun = System.nanoTime();
    private @Nullable HttpClientRequest request;
    private boolean ended;

    private void guided(AsyncResult<RequestOptions> found) {
      if (found.failed()) {
        failed();
      } else if (!ended) {
        channel.client().request(found.result()).onComplete(this::connected);
      }
    }

    private void connected(AsyncResult<HttpClientRequest> made) {
      if (made.failed()) {
        failed();
        return;
      }
      request = made.result();
      request.exceptionHandler(told -> {});
      if (ended) {
        request.reset();
      } else {
        request.send().onComplete(this::answered);
      }
    }

    private void answered(AsyncResult<HttpClientResponse> sent) {
      if (sent.failed()) {
        failed();
      } else if (!ended) {
        answered(sent.result());
      }
    }

    private void answered(HttpClientResponse response) {
      int status = response.statusCode();
      if (status == OK && isStream(response)) {
        response.exceptionHandler(lost -> failed());
        response.endHandler(all -> failed());
        response.handler(this::read);
        if (heardBefore && lastId.isEmpty()) {
          channel.listener().missed();
        }
        heardBefore = true;
      } else if (status >= SERVER_ERROR || status == TOO_MANY) {
        failed();
      } else {
        end(); // it offers none
        if (heardBefore && Faults.isForgotten(status)) {
          channel.listener().missed();
        }
      }
    }

    private static boolean isStream(HttpClientResponse response) {
      return Optional.ofNullable(response.getHeader(HttpHeaders.CONTENT_TYPE))
          .filter(it -> it.toLowerCase(Locale.ROOT).startsWith("text/event-stream"))
          .isPresent();
    }

    private void read(Buffer chunk) {
      if (!ended) {
        try {
          events.read(chunk);
        } catch (StreamRefused refused) {
          failed();
        }
      }
    }

    private void failed() {
      if (ended) {
        return;
      }
      end();
      if (SENDABLE.matcher(events.lastId()).matches()) {
        lastId = events.lastId();
      }
      if (System.nanoTime() - begun > STEADY.toNanos()) {
        pause = SHORTEST;
      }
      events.retry().ifPresent(it -> pause = longer(SHORTEST, shorter(it, LONGEST)));
      later();
    }

    private void end() {
      ended = true;
      if (request != null) {
        request.reset();
      }
    }
  }
}
