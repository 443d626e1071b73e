package dev.colloquy.tool.adapter.llm.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.colloquy.tool.domain.McpCallFailed;
import dev.colloquy.tool.domain.McpFailure;
import io.vertx.core.Future;
import io.vertx.core.impl.ContextInternal;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What is between us and one server: connected when it is needed, and again where it was lost. All
 * of it happens on one context.
 */
@SuppressWarnings("ReferenceEquality") // a channel is this very one, or one of earlier
final class McpSession implements Channel.Listener {

  /** How long a server that died before it knew us is left alone. */
  private static final Duration REST = Duration.ofSeconds(1);

  /** How long a program that did not answer in time may take to say that it is there. */
  private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(5);

  private static final String GREETING = "initialize";

  private final ContextInternal context;
  private final Function<Channel.Listener, Channel> channels;
  private final McpLimits limits;
  private final Map<Long, McpRequest> pending = new HashMap<>();
  private @Nullable Channel channel;
  private @Nullable Future<JsonNode> known;
  private long lastId;
  private long usedAt;
  private long restedAt;

  /** Read elsewhere too. */
  private volatile boolean changed;

  McpSession(
      ContextInternal context, Function<Channel.Listener, Channel> channels, McpLimits limits) {
    this.context = context;
    this.channels = channels;
    this.limits = limits;
    this.restedAt = System.nanoTime();
  }

  ContextInternal context() {
    return context;
  }

  /** Whether the server may offer something else than when it was last asked. */
  boolean hasChanged() {
    return changed;
  }

  /** Asks for something, once both know each other. */
  McpRequest ask(String method, JsonNode params) {
    McpRequest request = new McpRequest(method, params);
    if (pending.size() >= limits.requests()) {
      request.failed(McpFailure.UNAVAILABLE);
    } else {
      askConnected(request);
    }
    return request;
  }

  /** Nobody waits for it any more; the server is told so. */
  void giveUp(McpRequest request, RuntimeException why) {
    if (request.isOver()) {
      return;
    }
    request.failed(why);
    Channel asked = request.channel;
    if (pending.remove(request.id) == null || asked == null) {
      return;
    }
    asked.abort(request.id);
    if (request.method.equals(GREETING)) {
      return;
    }
    ObjectNode params =
        Rpc.object().put("requestId", request.id).put("reason", "Nobody waits any more.");
    asked.send(Rpc.notification("notifications/cancelled", params), Channel.NOTIFICATION);
    if (asked.isProgram()) {
      demandSignOfLife(asked);
    }
  }

  /** Lets go of the server; what was asked fails. */
  void close() {
    Channel old = channel;
    forget();
    if (old != null) {
      old.close();
    }
    failAll(McpFailure.UNAVAILABLE);
  }

  @Override
  public void heard(JsonNode message) {
    if (message.has("method")) {
      if (message.has("id") && channel != null) {
        channel.send(Rpc.answer(message), Channel.NOTIFICATION);
      } else if (message.path("method").asText().equals(Rpc.LIST_CHANGED)) {
        changed = channel != null;
      }
      return;
    }
    JsonNode id = message.path("id");
    McpRequest request = id.isIntegralNumber() ? pending.remove(id.longValue()) : null;
    if (request != null) {
      request.answered(message);
      if (request.channel != null) {
        request.channel.abort(request.id);
      }
    }
  }

  @Override
  public void unanswered(long id, McpFailure why) {
    McpRequest request = pending.remove(id);
    if (request != null) {
      request.failed(why);
    }
  }

  @Override
  public void forgotten(long id) {
    McpRequest request = pending.remove(id);
    if (request == null) {
      return;
    }
    if (request.channel == channel) {
      forget();
    }
    if (request.again) {
      request.failed(McpFailure.BROKEN);
    } else {
      request.again = true;
      askConnected(request);
    }
  }

  @Override
  public void missed() {
    changed = channel != null;
  }

  @Override
  public void lost(McpFailure why) {
    if (known == null || !known.succeeded()) {
      restedAt = System.nanoTime() + REST.toNanos();
    }
    forget();
    failAll(why);
  }

  private void askConnected(McpRequest request) {
    connected()
        .onComplete(
            met -> {
              if (request.isOver()) {
                return;
              }
              if (met.failed() || channel == null) {
                request.failed(
                    met.cause() instanceof McpCallFailed known
                        ? known.failure()
                        : McpFailure.UNAVAILABLE);
              } else {
                send(channel, request);
              }
            });
  }

  private void send(Channel through, McpRequest request) {
    if (request.method.equals(Rpc.LISTING)) {
      changed = false;
    } else {
      usedAt = System.nanoTime();
    }
    request.id = ++lastId;
    request.channel = through;
    pending.put(request.id, request);
    through.send(Rpc.request(request.id, request.method, request.params), request.id);
  }

  private Future<JsonNode> connected() {
    if (known != null) {
      return known;
    }
    if (System.nanoTime() - restedAt < 0) {
      return Future.failedFuture(new McpCallFailed(McpFailure.UNAVAILABLE));
    }
    Channel fresh = channels.apply(this);
    channel = fresh;
    McpRequest hello = new McpRequest(GREETING, Greeting.params());
    Future<JsonNode> meeting =
        hello.result.future().map(answer -> met(fresh, answer)).recover(McpSession::unknown);
    known = meeting;
    send(fresh, hello);
    long alarm =
        context.setTimer(
            limits.connect().toMillis(),
            ignored -> giveUp(hello, new McpCallFailed(McpFailure.TIMEOUT)));
    meeting.onComplete(
        met -> {
          context.owner().cancelTimer(alarm);
          if (met.failed() && channel == fresh) {
            forget();
            fresh.close();
          }
        });
    return meeting;
  }

  private JsonNode met(Channel fresh, JsonNode answer) {
    fresh.agreed(Greeting.agreed(answer));
    fresh.send(Rpc.notification("notifications/initialized", Rpc.object()), Channel.NOTIFICATION);
    leaveWhenIdle(fresh);
    if (Greeting.announcesTools(answer)) {
      changed = true; // nobody knows what it said before
      fresh.listen();
    }
    return answer;
  }

  /** A server that refuses to know us is none for us, whatever it says. */
  private static Future<JsonNode> unknown(Throwable failure) {
    return Future.failedFuture(
        failure instanceof RpcError ? new McpCallFailed(McpFailure.REFUSED) : failure);
  }

  private void leaveWhenIdle(Channel fresh) {
    context.setTimer(
        limits.idle().toMillis(),
        ignored -> {
          long unused = System.nanoTime() - usedAt;
          if (channel != fresh) {
            return;
          }
          if (pending.isEmpty() && unused >= limits.idle().toNanos()) {
            forget();
            fresh.close();
          } else {
            leaveWhenIdle(fresh);
          }
        });
  }

  private void demandSignOfLife(Channel doubtful) {
    if (doubtful != channel || !pending.isEmpty()) {
      return;
    }
    McpRequest ping = new McpRequest("ping", Rpc.object());
    send(doubtful, ping);
    context.setTimer(
        SIGN_OF_LIFE.toMillis(),
        ignored -> {
          if (!ping.isOver() && channel == doubtful) {
            close();
          }
        });
  }

  private void forget() {
    channel = null;
    known = null;
    changed = false;
  }

  private void failAll(McpFailure why) {
    List<McpRequest> all = List.copyOf(pending.values());
    pending.clear();
    all.forEach(each -> each.failed(why));
  }
}
