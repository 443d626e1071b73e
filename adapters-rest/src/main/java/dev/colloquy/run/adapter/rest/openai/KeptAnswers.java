package dev.colloquy.run.adapter.rest.openai;

import dev.colloquy.conversation.domain.ConversationDraft;
import dev.colloquy.conversation.domain.Modality;
import dev.colloquy.conversation.domain.Topic;
import dev.colloquy.event.domain.port.in.FollowEvents;
import dev.colloquy.run.adapter.rest.ReadingRight;
import dev.colloquy.run.adapter.rest.RunStarts;
import dev.colloquy.run.domain.Importance;
import dev.colloquy.run.domain.OnConflict;
import dev.colloquy.run.domain.Run;
import dev.colloquy.run.domain.StreamPlace;
import dev.colloquy.run.domain.port.in.FollowRun;
import dev.colloquy.run.domain.port.in.FollowRun.Followed;
import dev.colloquy.run.domain.port.in.StartRun;
import dev.colloquy.run.domain.port.in.StartTalk;
import dev.colloquy.shared.adapter.rest.request.Arrival;
import dev.colloquy.shared.adapter.rest.request.IdempotencyKey;
import dev.colloquy.shared.adapter.rest.request.Identities;
import dev.colloquy.shared.adapter.rest.request.Query;
import dev.colloquy.shared.adapter.rest.stream.StreamExecutor;
import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.Attempt;
import dev.colloquy.shared.domain.CommonException.AccessDenied;
import dev.colloquy.shared.domain.CommonException.ValidationError;
import dev.colloquy.shared.domain.ConversationId;
import dev.colloquy.shared.domain.Metadata;
import dev.colloquy.shared.domain.WorkspaceId;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * Answers in conversations that are kept here: each is a run, which its client may lose sight of.
 */
@ApplicationScoped
class KeptAnswers {

  private final StartRun runs;
  private final StartTalk talks;
  private final RunStarts starts;
  private final FollowRun follow;
  private final FollowEvents feed;

  KeptAnswers(
      StartRun runs, StartTalk talks, RunStarts starts, FollowRun follow, FollowEvents feed) {
    this.runs = runs;
    this.talks = talks;
    this.starts = starts;
    this.follow = follow;
    this.feed = feed;
  }

  static boolean areWanted(RoutingContext exchange) {
    return Place.CONVERSATION.in(exchange) != null || Place.WORKSPACE.in(exchange) != null;
  }

  CompletionStage<OpenAiAnswer> to(RoutingContext exchange, ChatRequest request) {
    if (!request.tools().isEmpty()) {
      throw ValidationError.at("/tools", "cannot be called in a conversation that is kept");
    }
    Actor.OfUser actor = Identities.demanded(exchange);
    StreamExecutor executor = StreamExecutor.of(exchange);
    Supplier<CompletionStage<Run>> start =
        start(exchange, actor, request, KeptPart.of(request.messages()));
    return starts
        .once(attempt(exchange, actor), start)
        .thenCompose(
            started ->
                follow
                    .follow(actor, started.run(), StreamPlace.BEGINNING, executor)
                    .thenApply(
                        followed ->
                            new OpenAiAnswer(
                                head(followed.run(), request),
                                Optional.of(followed.run().conversation()),
                                started.answer().replayed(),
                                reader -> give(exchange, actor, followed, executor, reader))));
  }

  /** The same everywhere in its repetition. */
  private static AnswerHead head(Run run, ChatRequest request) {
    return new AnswerHead(run.id().value(), run.createdAt(), request.model());
  }

  /** A repetition is shown its run, by whose rules it may see it or not. */
  private static Attempt attempt(RoutingContext exchange, Actor.OfUser actor) {
    return new Attempt(
        actor,
        IdempotencyKey.of(exchange),
        Arrival.fingerprint(exchange, Place.headers()),
        () -> CompletableFuture.completedFuture(null));
  }

  private Supplier<CompletionStage<Run>> start(
      RoutingContext exchange, Actor.OfUser actor, ChatRequest request, KeptPart part) {
    String conversation = Place.CONVERSATION.in(exchange);
    if (conversation != null) {
      ConversationId id = Query.pathId("conversation", conversation, ConversationId::new);
      return () -> runs.handle(command(actor, id, request, part));
    }
    if (part.said().isEmpty()) {
      throw ValidationError.at("/messages", "must have something that a user says");
    }
    StartTalk.Command talk =
        new StartTalk.Command(
            actor,
            Query.pathId("workspace", Place.WORKSPACE.demanded(exchange), WorkspaceId::new),
            new ConversationDraft(
                Topic.of(part.said().getFirst()), Modality.CHAT, Metadata.empty()),
            id -> command(actor, id, request, part));
    return () -> talks.handle(talk);
  }

  private static StartRun.Command command(
      Actor.OfUser actor, ConversationId conversation, ChatRequest request, KeptPart part) {
    return new StartRun.Command(
        actor,
        conversation,
        part.said(),
        part.system(),
        Optional.of(request.model()),
        Importance.MEDIUM,
        request.temperature(),
        request.maxTokens(),
        OnConflict.REJECT,
        List.of());
  }

  private void give(
      RoutingContext exchange,
      Actor.OfUser actor,
      Followed followed,
      Executor executor,
      AnswerReader reader) {
    RunReader run = new RunReader(reader);
    ReadingRight right =
        new ReadingRight(
            () -> {}, () -> run.fail(new AccessDenied("The right to read this has ended.")));
    exchange.addEndHandler(ended -> executor.execute(right::cancel));
    executor.execute(
        () -> {
          feed.handle(ReadingRight.query(actor, followed.run().conversation()), executor)
              .subscribe(right);
          followed.entries().subscribe(run);
        });
  }
}
