package dev.colloquy.model.adapter.llm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.colloquy.model.domain.FinishReason;
import dev.colloquy.model.domain.ModelCall;
import dev.colloquy.model.domain.ModelCallFailed.Fault;
import dev.colloquy.model.domain.ModelEvent;
import dev.colloquy.model.domain.ModelEvent.Counted;
import dev.colloquy.model.domain.ModelEvent.Finished;
import dev.colloquy.model.domain.ModelEvent.Said;
import dev.colloquy.model.domain.ModelEvent.Thought;
import dev.colloquy.model.domain.ModelEvent.ToolAsked;
import dev.colloquy.model.domain.ProviderKind;
import dev.colloquy.model.domain.TokenUsage;
import dev.colloquy.model.domain.ToolOffer;
import dev.colloquy.model.domain.ToolRequest;
import dev.colloquy.model.domain.Turn.Answered;
import dev.colloquy.model.domain.Turn.Asked;
import dev.colloquy.model.domain.Turn.Instructed;
import dev.colloquy.model.domain.Turn.ToolAnswered;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AnthropicProtocolTest {

  private final Vertx vertx = Vertx.vertx();
  private final VertxLanguageModel model =
      new VertxLanguageModel(vertx, Calls.RULES, Calls.circuits());

  @AfterEach
  void stop() {
    vertx.close();
  }

  @Test
  void saysAllThatAnAnswerHolds() {
    try (HostileServer server =
        HostileServer.answering(Transcripts.whole(ProviderKind.ANTHROPIC))) {
      Reader reader = ask(server).awaitEnd();

      assertThat(reader.pieces)
          .containsExactly(
              new Counted(new TokenUsage(11, 1)),
              new Thought("Hm."),
              new Said("Grüße aus "),
              new Said("Köln, 你好 "),
              new Said("🙂!"),
              new Counted(new TokenUsage(11, 7)),
              new Finished(FinishReason.STOP));
      assertThat(server.requests.getFirst())
          .startsWith("POST /v1/messages HTTP/1.1\r\n")
          .contains("x-api-key: " + Calls.KEY.value(), "anthropic-version: 2023-06-01")
          .doesNotContain("Bearer");
    }
  }

  @Test
  void asksInTheWordsOfTheProtocol() {
    ModelCall plain =
        Calls.to(ProviderKind.ANTHROPIC, URI.create("http://localhost"), Calls.PATIENCE);
    ModelCall call =
        new ModelCall(
            plain.endpoint(),
            "claude-x",
            List.of(
                new Instructed("Be brief."),
                new Asked("What time is it,"),
                new Asked("and what day?"),
                new Answered(
                    "",
                    List.of(
                        new ToolRequest("c1", "clock", "{\"zone\":\"UTC\"}"),
                        new ToolRequest("c2", "calendar", "no json"))),
                new ToolAnswered("c1", "12:30"),
                new ToolAnswered("c2", "Monday"),
                new Instructed("Be kind.")),
            List.of(new ToolOffer("clock", "Tells the time", "{\"type\":\"object\"}")),
            Optional.of(1.5),
            Optional.empty(),
            Calls.PATIENCE);

    JsonObject question = new JsonObject(AnthropicQuestion.of(call).toString());

    assertThat(question)
        .isEqualTo(
            new JsonObject(
                """
                {"model": "claude-x", "stream": true, "max_tokens": 4096, "temperature": 1.0,
                 "system": "Be brief.\\n\\nBe kind.",
                 "messages": [
                   {"role": "user", "content": [
                     {"type": "text", "text": "What time is it,"},
                     {"type": "text", "text": "and what day?"}]},
                   {"role": "assistant", "content": [
                     {"type": "tool_use", "id": "c1", "name": "clock", "input": {"zone": "UTC"}},
                     {"type": "tool_use", "id": "c2", "name": "calendar",
                      "input": {"text": "no json"}}]},
                   {"role": "user", "content": [
                     {"type": "tool_result", "tool_use_id": "c1", "content": "12:30"},
                     {"type": "tool_result", "tool_use_id": "c2", "content": "Monday"}]}],
                 "tools": [{"name": "clock", "description": "Tells the time",
                            "input_schema": {"type": "object"}}]}
                """));
  }

  @Test
  void putsToolsTogether() {
    List<ModelEvent> pieces =
        answerTo(
            tool(0, "a", "one")
                + json(0, "{\\\"n\\\"")
                + json(0, ": 1}")
                + tool(1, "b", "two")
                + stop("tool_use"));

    assertThat(pieces)
        .containsExactly(
            new ToolAsked(new ToolRequest("a", "one", "{\"n\": 1}")),
            new ToolAsked(new ToolRequest("b", "two", "{}")),
            new Finished(FinishReason.TOOL_CALLS));
  }

  @ParameterizedTest
  @CsvSource({
    "end_turn, STOP",
    "stop_sequence, STOP",
    "max_tokens, LENGTH",
    "refusal, CONTENT_FILTER",
    "model_context_window_exceeded, LENGTH"
  })
  void knowsWhyTheModelStopped(String said, FinishReason reason) {
    assertThat(answerTo(stop(said))).containsExactly(new Finished(reason));
  }

  @Test
  void takesAnAnswerWithoutItsLastWordForBroken() {
    String unfinished = stop("end_turn").split("event: message_stop")[0];
    try (HostileServer server = HostileServer.answering(Transcripts.CLOSING + unfinished)) {
      assertThat(ask(server).callFailure().fault()).isEqualTo(Fault.BROKEN);
    }
  }

  @Test
  void countsWhatCameFromACacheAsRead() {
    List<ModelEvent> pieces =
        answerTo(
            Transcripts.event(
                    "message_start",
                    "\"message\":{\"usage\":{\"input_tokens\":1,\"cache_read_input_tokens\":20,"
                        + "\"cache_creation_input_tokens\":300,\"output_tokens\":0}}")
                + stop("end_turn"));

    assertThat(pieces).first().isEqualTo(new Counted(new TokenUsage(321, 0)));
  }

  @Test
  void passesOverWhatItDoesNotKnow() {
    List<ModelEvent> pieces =
        answerTo(
            Transcripts.event("news", "\"x\":{}")
                + Transcripts.event(
                    "content_block_start", "\"index\":0,\"content_block\":{\"type\":\"dance\"}")
                + Transcripts.event(
                    "content_block_delta", "\"index\":0,\"delta\":{\"type\":\"step_delta\"}")
                + stop("end_turn"));

    assertThat(pieces).containsExactly(new Finished(FinishReason.STOP));
  }

  private List<ModelEvent> answerTo(String events) {
    try (HostileServer server = HostileServer.answering(Transcripts.CLOSING + events)) {
      Reader reader = ask(server);
      assertThat(reader.failure()).isNull();
      return reader.pieces;
    }
  }

  private Reader ask(HostileServer server) {
    return Reader.of(
        model.answer(Calls.to(ProviderKind.ANTHROPIC, server.address(), Calls.PATIENCE)));
  }

  private static String tool(int index, String id, String name) {
    return Transcripts.event(
        "content_block_start",
        "\"index\":%d,\"content_block\":{\"type\":\"tool_use\",\"id\":\"%s\",\"name\":\"%s\"}"
            .formatted(index, id, name));
  }

  private static String json(int index, String partial) {
    return Transcripts.event(
        "content_block_delta",
        "\"index\":%d,\"delta\":{\"type\":\"input_json_delta\",\"partial_json\":\"%s\"}"
            .formatted(index, partial));
  }

  private static String stop(String reason) {
    return Transcripts.event("message_delta", "\"delta\":{\"stop_reason\":\"" + reason + "\"}")
        + Transcripts.event("message_stop", "\"n\":1");
  }
}
