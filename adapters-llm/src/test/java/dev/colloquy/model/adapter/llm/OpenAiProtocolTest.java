package dev.colloquy.model.adapter.llm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.colloquy.model.domain.Dialect;
import dev.colloquy.model.domain.FinishReason;
import dev.colloquy.model.domain.ModelCall;
import dev.colloquy.model.domain.ModelCallFailed.Fault;
import dev.colloquy.model.domain.ModelEndpoint;
import dev.colloquy.model.domain.ModelEvent;
import dev.colloquy.model.domain.ModelEvent.Counted;
import dev.colloquy.model.domain.ModelEvent.Finished;
import dev.colloquy.model.domain.ModelEvent.Said;
import dev.colloquy.model.domain.ModelEvent.Thought;
import dev.colloquy.model.domain.ModelEvent.ToolAsked;
import dev.colloquy.model.domain.ProviderKey;
import dev.colloquy.model.domain.ProviderKind;
import dev.colloquy.model.domain.TokenUsage;
import dev.colloquy.model.domain.ToolOffer;
import dev.colloquy.model.domain.ToolRequest;
import dev.colloquy.model.domain.Turn.Answered;
import dev.colloquy.model.domain.Turn.Asked;
import dev.colloquy.model.domain.Turn.Instructed;
import dev.colloquy.model.domain.Turn.ToolAnswered;
import dev.colloquy.shared.testkit.Stages;
import io.vertx.core.Vertx;
import io.vertx.core.impl.ContextInternal;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class OpenAiProtocolTest {

  private static final Dialect USUAL = Dialect.usual(ProviderKind.OPENAI_COMPATIBLE);

  private final Vertx vertx = Vertx.vertx();
  private final VertxLanguageModel model =
      new VertxLanguageModel(vertx, Calls.RULES, Calls.circuits());

  @AfterEach
  void stop() {
    vertx.close();
  }

  @Test
  void saysAllThatAnAnswerHolds() {
    try (HostileServer server = HostileServer.answering(Transcripts.whole(ProviderKind.OPENAI))) {
      Reader reader = Reader.of(model.answer(call(server.address(), USUAL))).awaitEnd();

      assertThat(reader.pieces)
          .containsExactly(
              new Thought("Hm."),
              new Said("Grüße aus "),
              new Said("Köln, 你好 "),
              new Said("🙂!"),
              new Counted(new TokenUsage(11, 7)),
              new Finished(FinishReason.STOP));
    }
  }

  @Test
  void speaksOnTheContextThatSubscribed() {
    ContextInternal context = ((ContextInternal) vertx.getOrCreateContext()).duplicate();
    try (HostileServer server = HostileServer.answering(Transcripts.whole(ProviderKind.OPENAI))) {
      CompletableFuture<Reader> reader = new CompletableFuture<>();
      context.runOnContext(
          ignored -> reader.complete(Reader.of(model.answer(call(server.address(), USUAL)))));

      assertThat(Stages.valueOf(reader).awaitEnd().contexts)
          .hasSize(6)
          .containsOnly(Optional.of(context));
    }
  }

  @Test
  void asksInTheWordsOfTheProtocol() {
    ModelCall call =
        new ModelCall(
            new ModelEndpoint(
                Calls.provider(),
                1,
                ProviderKind.OPENAI,
                Optional.empty(),
                Optional.empty(),
                Dialect.usual(ProviderKind.OPENAI),
                false),
            "gpt-x",
            List.of(
                new Instructed("Be brief."),
                new Asked("What time is it?"),
                new Answered("", List.of(new ToolRequest("c1", "clock", "{\"zone\":\"UTC\"}"))),
                new ToolAnswered("c1", "12:30"),
                new Answered("Half past twelve.", List.of()),
                new Asked("Thanks.")),
            List.of(new ToolOffer("clock", "Tells the time", "{\"type\":\"object\"}")),
            Optional.of(0.5),
            Optional.of(100),
            Calls.PATIENCE);

    JsonObject question = new JsonObject(OpenAiQuestion.of(call).toString());

    assertThat(question)
        .isEqualTo(
            new JsonObject(
                """
                {"model": "gpt-x", "stream": true, "stream_options": {"include_usage": true},
                 "temperature": 0.5, "max_completion_tokens": 100,
                 "messages": [
                   {"role": "developer", "content": "Be brief."},
                   {"role": "user", "content": "What time is it?"},
                   {"role": "assistant", "content": null, "tool_calls": [
                     {"id": "c1", "type": "function",
                      "function": {"name": "clock", "arguments": "{\\"zone\\":\\"UTC\\"}"}}]},
                   {"role": "tool", "content": "12:30", "tool_call_id": "c1"},
                   {"role": "assistant", "content": "Half past twelve."},
                   {"role": "user", "content": "Thanks."}],
                 "tools": [{"type": "function", "function": {
                   "name": "clock", "description": "Tells the time",
                   "parameters": {"type": "object"}}}]}
                """));
  }

  @Test
  void speaksTheDialectOfTheServer() {
    Dialect dialect =
        new Dialect(
            "max_tokens", false, false, Map.of("X-Team", "colloquy", "Content-Length", "1"));
    try (HostileServer server = HostileServer.answering(Transcripts.whole(ProviderKind.OPENAI))) {
      Reader.of(model.answer(call(server.address(), dialect))).awaitEnd();

      String request = server.requests.getFirst();
      assertThat(request)
          .startsWith("POST /v1/chat/completions HTTP/1.1\r\n")
          .contains("\r\nX-Team: colloquy\r\n")
          .containsIgnoringCase("\r\nauthorization: Bearer " + Calls.KEY.value() + "\r\n")
          .contains("{\"role\":\"system\",\"content\":\"Be brief.\"}", "\"max_tokens\":9")
          .doesNotContain("stream_options");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'', /v1/chat/completions",
    "/, /v1/chat/completions",
    "/v1, /v1/chat/completions",
    "/v1/, /v1/chat/completions",
    "/openai/v1, /openai/v1/chat/completions",
    "/v1beta/openai, /v1beta/openai/chat/completions",
    "/proxy, /proxy/v1/chat/completions",
    "/v1?version=2, /v1/chat/completions?version=2"
  })
  void findsThePathWithAndWithoutAVersion(String base, String path) {
    try (HostileServer server = HostileServer.answering(Transcripts.whole(ProviderKind.OPENAI))) {
      Reader.of(model.answer(call(URI.create(server.address() + base), USUAL))).awaitEnd();

      assertThat(server.requests.getFirst()).startsWith("POST " + path + " HTTP/1.1\r\n");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        // interleaved, as parallel calls come
        "[{'index':0,'id':'a','function':{'name':'one','arguments':''}}]"
            + "+[{'index':1,'id':'b','function':{'name':'two','arguments':''}}]"
            + "+[{'index':0,'function':{'arguments':'{'}},{'index':1,'function':{'arguments':'{'}}]"
            + "+[{'index':1,'function':{'arguments':'2}'}},{'index':0,'function':{'arguments':'1}'}}]",
        // without an index, each in one piece
        "[{'id':'a','function':{'name':'one','arguments':'{1}'}}]"
            + "+[{'id':'b','function':{'name':'two','arguments':'{2}'}}]",
        // without an index, in fragments
        "[{'id':'a','function':{'name':'one','arguments':'{'}}]"
            + "+[{'function':{'arguments':'1}'}}]"
            + "+[{'id':'b','function':{'name':'two'}}]+[{'id':'b','function':{'arguments':'{2}'}}]",
        // all at index 0, told apart by their ids
        "[{'index':0,'id':'a','function':{'name':'one','arguments':'{1}'}}]"
            + "+[{'index':0,'id':'b','function':{'name':'two','arguments':'{2}'}}]",
        // name and id again in each fragment
        "[{'index':0,'id':'a','function':{'name':'one','arguments':'{'}}]"
            + "+[{'index':0,'id':'a','function':{'name':'one','arguments':'1}'}}]"
            + "+[{'index':1,'id':'b','function':{'name':'two','arguments':'{2}'}}]"
      })
  void putsToolsTogetherHoweverTheyCome(String fragments) {
    StringBuilder stream = new StringBuilder(Transcripts.CLOSING);
    for (String fragment : fragments.replace('\'', '"').split("\\+")) {
      stream.append(Transcripts.delta("{\"tool_calls\":" + fragment + "}"));
    }

    List<ModelEvent> pieces = answerTo(stream + Transcripts.finish("tool_calls"));

    assertThat(pieces)
        .containsExactly(
            new ToolAsked(new ToolRequest("a", "one", "{1}")),
            new ToolAsked(new ToolRequest("b", "two", "{2}")),
            new Finished(FinishReason.TOOL_CALLS));
  }

  @Test
  void givesToolsWithoutIdOneOfTheirOwn() {
    String call = "{\"tool_calls\":[{\"function\":{\"name\":\"clock\"}}]}";

    List<ModelEvent> pieces =
        answerTo(
            Transcripts.CLOSING
                + Transcripts.delta(call)
                + Transcripts.delta(call)
                + Transcripts.finish("stop"));

    List<ToolRequest> asked =
        pieces.stream()
            .filter(ToolAsked.class::isInstance)
            .map(it -> ((ToolAsked) it).request())
            .toList();
    assertThat(asked).hasSize(2).extracting(ToolRequest::arguments).containsOnly("{}");
    assertThat(asked).extracting(ToolRequest::id).doesNotContain("").doesNotHaveDuplicates();
    assertThat(pieces).last().isEqualTo(new Finished(FinishReason.TOOL_CALLS));
  }

  @Test
  void asksForNoToolThatWasCutShort() {
    List<ModelEvent> pieces =
        answerTo(
            Transcripts.CLOSING
                + Transcripts.delta(
                    "{\"tool_calls\":[{\"index\":0,\"id\":\"a\",\"function\":"
                        + "{\"name\":\"clock\",\"arguments\":\"{\\\"zo\"}}]}")
                + Transcripts.finish("length"));

    assertThat(pieces).containsExactly(new Finished(FinishReason.LENGTH));
  }

  @ParameterizedTest
  @CsvSource({
    "stop, STOP",
    "length, LENGTH",
    "content_filter, CONTENT_FILTER",
    "eos, STOP",
    "tool_calls, STOP"
  })
  void knowsWhyTheModelStopped(String said, FinishReason reason) {
    List<ModelEvent> pieces =
        answerTo(Transcripts.CLOSING + Transcripts.said("Well") + Transcripts.finish(said));

    assertThat(pieces).last().isEqualTo(new Finished(reason));
  }

  @Test
  void countsOnceWhatIsSaidInEachChunk() {
    String usage = "\"usage\":{\"prompt_tokens\":3,\"completion_tokens\":%d,\"cost\":1.5}";
    List<ModelEvent> pieces =
        answerTo(
            Transcripts.CLOSING
                + Transcripts.data("{\"choices\":[]," + usage.formatted(1) + "}")
                + Transcripts.data("{\"choices\":[]," + usage.formatted(1) + "}")
                + Transcripts.data("{\"choices\":[]," + usage.formatted(2) + "}")
                + Transcripts.data("{\"usage\":{\"prompt_tokens\":3,\"completion_tokens\":-9}}")
                + Transcripts.data("{\"usage\":null}")
                + Transcripts.finish("stop"));

    assertThat(pieces)
        .containsExactly(
            new Counted(new TokenUsage(3, 1)),
            new Counted(new TokenUsage(3, 2)),
            new Counted(new TokenUsage(3, 0)),
            new Finished(FinishReason.STOP));
  }

  @Test
  void saysNothingThatADatabaseCannotHold() {
    List<ModelEvent> pieces =
        answerTo(
            Transcripts.CLOSING
                + Transcripts.said("a\\u0000b \\ud83d\\ude42")
                + Transcripts.finish("stop"));

    assertThat(pieces).first().isEqualTo(new Said("a\uFFFDb 🙂"));
  }

  @ParameterizedTest
  @CsvSource({
    "ftp://localhost/v1, UNAVAILABLE",
    "file:///etc/passwd, UNAVAILABLE",
    "mailto:someone, UNAVAILABLE"
  })
  void asksNobodyButServersOfHttp(URI address, Fault fault) {
    assertThat(Reader.of(model.answer(call(address, USUAL))).callFailure().fault())
        .isEqualTo(fault);
  }

  @Test
  void needsAnAddressForAServerOfOnesOwn() {
    ModelCall call = call(URI.create("http://localhost"), USUAL);
    ModelCall nowhere =
        with(
            call,
            new ModelEndpoint(
                Calls.provider(),
                1,
                call.endpoint().kind(),
                Optional.empty(),
                Optional.empty(),
                USUAL,
                false));

    assertThat(Reader.of(model.answer(nowhere)).callFailure().fault()).isEqualTo(Fault.UNAVAILABLE);
  }

  @Test
  void letsNoKeyBecomeAnotherHeader() {
    try (HostileServer server = HostileServer.answering(Transcripts.whole(ProviderKind.OPENAI))) {
      ModelCall call = call(server.address(), USUAL);
      ProviderKey crooked = new ProviderKey("sk-1\r\nX-Evil: 1");
      Dialect dialect = new Dialect("max_tokens", true, false, Map.of("X-A", "1\r\nX-Evil: 1"));

      Reader key = Reader.of(model.answer(with(call, endpoint(server, crooked, USUAL))));
      Reader header = Reader.of(model.answer(with(call, endpoint(server, Calls.KEY, dialect))));

      assertThat(key.callFailure().fault()).isEqualTo(Fault.KEY_REFUSED);
      assertThat(header.callFailure().fault()).isEqualTo(Fault.REFUSED);
      assertThat(server.requests).isEmpty();
    }
  }

  @Test
  void refusesToolsWithoutASchema() {
    ModelCall call = call(URI.create("http://localhost"), USUAL);
    ModelCall noSchema = withTools(call, List.of(new ToolOffer("t", "", "not json")));

    assertThat(Reader.of(model.answer(noSchema)).callFailure().fault()).isEqualTo(Fault.REFUSED);
  }

  private List<ModelEvent> answerTo(String stream) {
    try (HostileServer server = HostileServer.answering(stream)) {
      Reader reader = Reader.of(model.answer(call(server.address(), USUAL)));
      assertThat(reader.failure()).isNull();
      return reader.pieces;
    }
  }

  private static ModelCall call(URI address, Dialect dialect) {
    return new ModelCall(
        new ModelEndpoint(
            Calls.provider(),
            1,
            ProviderKind.OPENAI_COMPATIBLE,
            Optional.of(address),
            Optional.of(Calls.KEY),
            dialect,
            false),
        "model-a",
        List.of(new Instructed("Be brief."), new Asked("Hello?")),
        List.of(),
        Optional.empty(),
        Optional.of(9),
        Calls.PATIENCE);
  }

  private static ModelEndpoint endpoint(HostileServer server, ProviderKey key, Dialect dialect) {
    return new ModelEndpoint(
        Calls.provider(),
        1,
        ProviderKind.OPENAI_COMPATIBLE,
        Optional.of(server.address()),
        Optional.of(key),
        dialect,
        false);
  }

  private static ModelCall with(ModelCall call, ModelEndpoint endpoint) {
    return new ModelCall(
        endpoint,
        call.model(),
        call.turns(),
        call.tools(),
        call.temperature(),
        call.maxTokens(),
        call.patience());
  }

  private static ModelCall withTools(ModelCall call, List<ToolOffer> tools) {
    return new ModelCall(
        call.endpoint(),
        call.model(),
        call.turns(),
        tools,
        call.temperature(),
        call.maxTokens(),
        call.patience());
  }
}
