package dev.colloquy.run.adapter.rest;

import dev.colloquy.conversation.domain.Content;
import dev.colloquy.run.domain.Importance;
import dev.colloquy.run.domain.OnConflict;
import dev.colloquy.run.domain.Temperature;
import dev.colloquy.run.domain.port.in.StartRun;
import dev.colloquy.shared.adapter.rest.body.Fields;
import dev.colloquy.shared.adapter.rest.body.Json;
import dev.colloquy.shared.adapter.rest.body.JsonBody;
import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.ConversationId;
import dev.colloquy.tool.domain.ToolName;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a model is to answer, and how. */
record RunRequest(
    @Schema(
            implementation = String.class,
            minLength = 1,
            required = false,
            examples = "What is a monad?")
        Optional<Content> input,
    @Schema(implementation = String.class, required = false, examples = "rehearsal")
        Optional<String> model,
    @Schema(
            implementation = String.class,
            required = false,
            enumeration = {"low", "medium", "high", "critical"},
            defaultValue = "medium")
        Importance importance,
    @Schema(implementation = Double.class, required = false, minimum = "0", maximum = "2")
        Optional<Temperature> temperature,
    @Schema(implementation = Integer.class, required = false, minimum = "1")
        Optional<Integer> maxTokens,
    @Schema(
            implementation = String.class,
            required = false,
            enumeration = {"reject", "queue", "interrupt"},
            defaultValue = "reject")
        OnConflict onConflict,
    @Schema(
            implementation = String[].class,
            required = false,
            description = "Names of tools that the model may ask for; none by default.")
        List<ToolName> tools)
    implements JsonBody {

  private static final int MAX_TOOLS = 64;

  static RunRequest from(Fields fields) {
    return of(fields, fields.optional("input", Content::new));
  }

  /** Everything but the input, which stands elsewhere. */
  static RunRequest withoutInput(Fields fields) {
    return of(fields, Optional.empty());
  }

  private static RunRequest of(Fields fields, Optional<Content> input) {
    return new RunRequest(
        input,
        fields.optional("model", Json.text()),
        fields.optional("importance", Json.oneOf(Importance.class)).orElse(Importance.MEDIUM),
        fields.optional("temperature", Json.number(Temperature::new)),
        fields.optional("max_tokens", Json.whole(1, Integer.MAX_VALUE)),
        fields.optional("on_conflict", Json.oneOf(OnConflict.class)).orElse(OnConflict.REJECT),
        fields.optional("tools", Json.list(MAX_TOOLS, Json.text(ToolName::new))).orElse(List.of()));
  }

  StartRun.Command command(Actor.OfUser actor, ConversationId conversation) {
    return command(actor, conversation, input.stream().toList(), StartRun.Enclosure.NOTHING);
  }

  StartRun.Command command(
      Actor.OfUser actor,
      ConversationId conversation,
      List<Content> said,
      StartRun.Enclosure enclosure) {
    return new StartRun.Command(
        actor,
        conversation,
        said,
        Optional.empty(),
        model,
        importance,
        temperature,
        maxTokens,
        onConflict,
        tools,
        enclosure);
  }
}
