package dev.colloquy.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.core.JsonValue;
import com.openai.core.http.StreamResponse;
import com.openai.errors.BadRequestException;
import com.openai.errors.NotFoundException;
import com.openai.errors.PermissionDeniedException;
import com.openai.errors.SseException;
import com.openai.errors.UnauthorizedException;
import com.openai.helpers.ChatCompletionAccumulator;
import com.openai.helpers.ResponseAccumulator;
import com.openai.models.FunctionDefinition;
import com.openai.models.FunctionParameters;
import com.openai.models.chat.completions.ChatCompletion;
import com.openai.models.chat.completions.ChatCompletionChunk;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.chat.completions.ChatCompletionMessageFunctionToolCall;
import com.openai.models.chat.completions.ChatCompletionStreamOptions;
import com.openai.models.models.Model;
import com.openai.models.responses.FunctionTool;
import com.openai.models.responses.Response;
import com.openai.models.responses.ResponseCreateParams;
import com.openai.models.responses.ResponseFunctionToolCall;
import com.openai.models.responses.ResponseStatus;
import com.openai.models.responses.ResponseStreamEvent;
import dev.colloquy.bootstrap.testing.PostgresTestResource;
import dev.colloquy.bootstrap.testing.User;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** OpenAI's own client for Java, which checks all that it is answered, with another base URL. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class OpenAiClientTest {

  @TestHTTPResource("/v1")
  String url;

  private User ada;
  private OpenAIClient client;

  @BeforeEach
  void connect() {
    ada = User.registered("ada");
    client = withKey(key(List.of("read", "write", "run")));
  }

  @AfterEach
  void disconnect() {
    client.close();
  }

  private String key(List<String> scopes) {
    return ada.post("/api/v1/users/me/api-keys", Map.of("name", "client", "scopes", scopes))
        .statusCode(201)
        .extract()
        .path("key");
  }

  private OpenAIClient withKey(String key) {
    return OpenAIOkHttpClient.builder()
        .baseUrl(url)
        .apiKey(key)
        .responseValidation(true)
        .maxRetries(0)
        .build();
  }

  private static ChatCompletionCreateParams.Builder asking(String question) {
    return ChatCompletionCreateParams.builder().model("rehearsal").addUserMessage(question);
  }

  private String streamed(ChatCompletionCreateParams params) {
    StringBuilder said = new StringBuilder();
    try (StreamResponse<ChatCompletionChunk> chunks =
        client.chat().completions().createStreaming(params)) {
      chunks.stream()
          .map(ChatCompletionChunk::validate)
          .flatMap(it -> it.choices().stream())
          .forEach(it -> it.delta().content().ifPresent(said::append));
    }
    return said.toString();
  }

  @Test
  void listsTheModels() {
    List<Model> models = client.models().list().data();

    assertThat(models).extracting(it -> it.validate().id()).contains("rehearsal");
    assertThat(client.models().retrieve("rehearsal").validate().id()).isEqualTo("rehearsal");
    assertThatThrownBy(() -> client.models().retrieve("no/such"))
        .isInstanceOf(NotFoundException.class);
  }

  @Test
  void completesAChat() {
    ChatCompletion completion =
        client
            .chat()
            .completions()
            .create(asking("/say Good morning.").addSystemMessage("Be kind.").build())
            .validate();

    assertThat(completion.model()).isEqualTo("rehearsal");
    ChatCompletion.Choice choice = completion.choices().getFirst();
    assertThat(choice.message().content()).contains("Good morning.");
    assertThat(choice.finishReason()).isEqualTo(ChatCompletion.Choice.FinishReason.STOP);
    assertThat(completion.usage().orElseThrow().totalTokens()).isPositive();
  }

  @Test
  void streamsAChatWithItsUsageInTheLastChunk() {
    ChatCompletionAccumulator all = ChatCompletionAccumulator.create();
    ChatCompletionCreateParams params =
        asking("/words 40\n/finish length")
            .streamOptions(ChatCompletionStreamOptions.builder().includeUsage(true).build())
            .build();

    try (StreamResponse<ChatCompletionChunk> chunks =
        client.chat().completions().createStreaming(params)) {
      chunks.stream().map(ChatCompletionChunk::validate).forEach(all::accumulate);
    }

    ChatCompletion whole = all.chatCompletion().validate();
    assertThat(whole.choices().getFirst().message().content().orElseThrow().split(" ")).hasSize(40);
    assertThat(whole.choices().getFirst().finishReason())
        .isEqualTo(ChatCompletion.Choice.FinishReason.LENGTH);
    assertThat(whole.usage().orElseThrow().completionTokens()).isEqualTo(40);
  }

  @Test
  void hasItsCallerCallTools() {
    ChatCompletionCreateParams.Builder params =
        asking("What is the weather?\n/tool weather {\"city\": \"Oslo\"}\n/say Noted.")
            .addFunctionTool(weather());

    ChatCompletion first = client.chat().completions().create(params.build()).validate();

    ChatCompletion.Choice choice = first.choices().getFirst();
    assertThat(choice.finishReason()).isEqualTo(ChatCompletion.Choice.FinishReason.TOOL_CALLS);
    ChatCompletionMessageFunctionToolCall call =
        choice.message().toolCalls().orElseThrow().getFirst().asFunction();
    assertThat(call.function().name()).isEqualTo("weather");
    assertThat(call.function().arguments()).contains("Oslo");

    ChatCompletion second =
        client
            .chat()
            .completions()
            .create(
                params
                    .addMessage(choice.message())
                    .addMessage(
                        com.openai.models.chat.completions.ChatCompletionToolMessageParam.builder()
                            .toolCallId(call.id())
                            .content("Rain.")
                            .build())
                    .build())
            .validate();

    assertThat(second.choices().getFirst().message().content()).contains("Noted.");
  }

  @Test
  void streamsWhatToolsAreToBeCalled() {
    ChatCompletionAccumulator all = ChatCompletionAccumulator.create();
    ChatCompletionCreateParams params =
        asking("/tool weather {\"city\": \"Oslo\"}\n/tool weather {\"city\": \"Rome\"}")
            .addFunctionTool(weather())
            .build();

    try (StreamResponse<ChatCompletionChunk> chunks =
        client.chat().completions().createStreaming(params)) {
      chunks.stream().map(ChatCompletionChunk::validate).forEach(all::accumulate);
    }

    assertThat(all.chatCompletion().choices().getFirst().message().toolCalls().orElseThrow())
        .extracting(it -> it.asFunction().function().arguments())
        .satisfiesExactly(
            oslo -> assertThat(oslo).contains("Oslo"), rome -> assertThat(rome).contains("Rome"));
  }

  @Test
  void refusesInTheProtocolsOwnWords() {
    assertThatThrownBy(
            () -> client.chat().completions().create(asking("x").model("no-such").build()))
        .isInstanceOfSatisfying(
            NotFoundException.class,
            it -> {
              assertThat(it.code()).contains("model_not_found");
              assertThat(it.param()).contains("model");
            });
    assertThatThrownBy(() -> client.models().retrieve("no-such"))
        .isInstanceOfSatisfying(
            NotFoundException.class, it -> assertThat(it.code()).contains("model_not_found"));
    assertThatThrownBy(() -> client.chat().completions().create(asking("x").n(2).build()))
        .isInstanceOfSatisfying(
            BadRequestException.class,
            it -> {
              assertThat(it.type()).contains("invalid_request_error");
              assertThat(it.param()).contains("n");
            });
    assertThatThrownBy(
            () -> client.responses().create(responding("x").inputOfResponse(List.of()).build()))
        .isInstanceOfSatisfying(
            BadRequestException.class, it -> assertThat(it.param()).contains("input"));
    assertThatThrownBy(() -> client.chat().completions().create(asking("x").temperature(3).build()))
        .isInstanceOf(BadRequestException.class);
  }

  @Test
  void refusesWhoMayAskNoModel() {
    client.close();
    client = withKey("sk-made-up");
    assertThatThrownBy(() -> client.chat().completions().create(asking("x").build()))
        .isInstanceOf(UnauthorizedException.class);

    client.close();
    client = withKey(key(List.of("read")));
    assertThatThrownBy(() -> client.chat().completions().create(asking("x").build()))
        .isInstanceOf(PermissionDeniedException.class);
  }

  @Test
  void toleratesWhatItDoesNotKnow() {
    ChatCompletion completion =
        client
            .chat()
            .completions()
            .create(
                asking("/say Fine.")
                    .putAdditionalBodyProperty("made_up", JsonValue.from(true))
                    .user("somebody")
                    .build());

    assertThat(completion.choices().getFirst().message().content()).contains("Fine.");
  }

  @Test
  void tellsOfAModelThatFails() {
    assertThatThrownBy(
            () -> client.chat().completions().create(asking("/fail unavailable").build()))
        .hasMessageContaining("503");
    assertThatThrownBy(() -> streamed(asking("/say One.\n/fail broken").build()))
        .isInstanceOf(SseException.class);
  }

  @Test
  void answersWithAResponse() {
    Response response =
        client
            .responses()
            .create(responding("/say Good morning.").instructions("Be kind.").build())
            .validate();

    assertThat(response.status()).contains(ResponseStatus.COMPLETED);
    assertThat(text(response)).isEqualTo("Good morning.");
    assertThat(response.usage().orElseThrow().outputTokens()).isPositive();
  }

  @Test
  void streamsAResponse() {
    ResponseAccumulator all = ResponseAccumulator.create();

    try (StreamResponse<ResponseStreamEvent> events =
        client.responses().createStreaming(responding("/words 30\n/finish length").build())) {
      events.stream().map(ResponseStreamEvent::validate).forEach(all::accumulate);
    }

    Response response = all.response().validate();
    assertThat(response.status()).contains(ResponseStatus.INCOMPLETE);
    assertThat(text(response).split(" ")).hasSize(30);
  }

  @Test
  void streamsAResponseThatWantsAToolCalled() {
    ResponseAccumulator all = ResponseAccumulator.create();

    try (StreamResponse<ResponseStreamEvent> events =
        client
            .responses()
            .createStreaming(
                responding("/say Let me see.\n/tool weather {\"city\": \"Oslo\"}")
                    .addTool(
                        FunctionTool.builder()
                            .name("weather")
                            .strict(false)
                            .parameters(
                                FunctionTool.Parameters.builder()
                                    .putAdditionalProperty("type", JsonValue.from("object"))
                                    .build())
                            .build())
                    .build())) {
      events.stream().map(ResponseStreamEvent::validate).forEach(all::accumulate);
    }

    ResponseFunctionToolCall call = all.response().validate().output().getLast().asFunctionCall();
    assertThat(call.name()).isEqualTo("weather");
    assertThat(call.arguments()).contains("Oslo");
    assertThat(text(all.response())).isEqualTo("Let me see.");
  }

  @Test
  void tellsOfAResponseThatFails() {
    try (StreamResponse<ResponseStreamEvent> events =
        client.responses().createStreaming(responding("/say One.\n/fail broken").build())) {
      ResponseStreamEvent last =
          events.stream().map(ResponseStreamEvent::validate).reduce((a, b) -> b).orElseThrow();

      assertThat(last.asFailed().response().error()).isPresent();
    }
  }

  private static ResponseCreateParams.Builder responding(String question) {
    return ResponseCreateParams.builder().model("rehearsal").input(question);
  }

  private static String text(Response response) {
    return response.output().stream()
        .flatMap(it -> it.message().stream())
        .flatMap(it -> it.content().stream())
        .flatMap(it -> it.outputText().stream())
        .map(it -> it.text())
        .collect(Collectors.joining());
  }

  private static FunctionDefinition weather() {
    return FunctionDefinition.builder()
        .name("weather")
        .description("Tells the weather")
        .parameters(
            FunctionParameters.builder()
                .putAdditionalProperty("type", JsonValue.from("object"))
                .putAdditionalProperty(
                    "properties", JsonValue.from(Map.of("city", Map.of("type", "string"))))
                .build())
        .build();
  }
}
