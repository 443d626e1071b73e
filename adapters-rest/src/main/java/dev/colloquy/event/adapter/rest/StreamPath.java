package dev.colloquy.event.adapter.rest;

import dev.colloquy.shared.adapter.rest.request.Query;
import dev.colloquy.shared.adapter.rest.stream.AcceptsStream;
import dev.colloquy.shared.domain.ConversationId;
import dev.colloquy.shared.domain.Scope;
import dev.colloquy.shared.domain.WorkspaceId;
import io.vertx.ext.web.RoutingContext;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/** Where streams of the feed are found. */
enum StreamPath {
  /** All that is the caller's, as a page or a stream. */
  EVENTS("/api/v1/events"),
  /** What happened in a workspace, as a page or a stream. */
  WORKSPACE("/api/v1/workspaces/:id/events"),
  /** What happened in a conversation, as a page or a stream. */
  CONVERSATION("/api/v1/conversations/:id/events"),
  /** All that is the caller's, as a stream whatever is accepted. */
  OUTPUT("/api/v1/output/stream");

  /** The streams of runs, which tickets open as well though they are no part of the feed. */
  private static final Pattern OF_RUN = Pattern.compile("/api/v1/runs/[^/]+/events");

  private final String template;
  private final Pattern pattern;

  StreamPath(String template) {
    this.template = template;
    this.pattern = Pattern.compile(template.replace(":id", "[^/]+"));
  }

  /** Whether a request asks for a stream, here or on any other of these paths. */
  static boolean anyIsStream(RoutingContext exchange) {
    String path = exchange.normalizedPath();
    return (OF_RUN.matcher(path).matches() && AcceptsStream.test(exchange))
        || Arrays.stream(values())
            .anyMatch(it -> it.pattern.matcher(path).matches() && it.isStream(exchange));
  }

  String template() {
    return template;
  }

  /** Whether a request to this path is answered by a stream rather than a page. */
  boolean isStream(RoutingContext exchange) {
    return this == OUTPUT || AcceptsStream.test(exchange);
  }

  /** The place that the path names. */
  Optional<Scope> place(RoutingContext exchange) {
    String id = Objects.requireNonNullElse(exchange.pathParam("id"), "");
    return switch (this) {
      case EVENTS, OUTPUT -> Optional.empty();
      case WORKSPACE ->
          Optional.of(new Scope.OfWorkspace(Query.pathId("workspace", id, WorkspaceId::new)));
      case CONVERSATION ->
          Optional.of(
              new Scope.OfConversation(Query.pathId("conversation", id, ConversationId::new)));
    };
  }
}
