package dev.colloquy.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.core.http.HttpResponseFor;
import com.openai.core.http.StreamResponse;
import com.openai.errors.BadRequestException;
import com.openai.errors.NotFoundException;
import com.openai.errors.OpenAIServiceException;
import com.openai.errors.PermissionDeniedException;
import com.openai.models.FunctionDefinition;
import com.openai.models.chat.completions.ChatCompletion;
import com.openai.models.chat.completions.ChatCompletionChunk;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import dev.colloquy.bootstrap.testing.PostgresTestResource;
import dev.colloquy.bootstrap.testing.User;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** OpenAI's own client, talking in conversations that are kept. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class OpenAiKeptTest {

  @TestHTTPResource("/v1")
  String url;

  private User ada;
  private String workspace;
  private String conversation;
  private OpenAIClient client;

  @BeforeEach
  void connect() {
    ada = User.registered("ada");
    workspace = ada.workspace();
    conversation =
        ada.post("/api/v1/conversations", Map.of("workspace_id", workspace, "topic", "Bread"))
            .statusCode(201)
            .extract()
            .path("id");
    client = of(ada);
  }

  @AfterEach
  void disconnect() {
    client.close();
  }

  private OpenAIClient of(User user) {
    String key =
        user.post(
                "/api/v1/users/me/api-keys",
                Map.of("name", "client", "scopes", List.of("read", "write", "run")))
            .statusCode(201)
            .extract()
            .path("key");
    return OpenAIOkHttpClient.builder()
        .baseUrl(url)
        .apiKey(key)
        .responseValidation(true)
        .maxRetries(0)
        .build();
  }

  private ChatCompletionCreateParams.Builder here(String question) {
    return ChatCompletionCreateParams.builder()
        .model("rehearsal")
        .putAdditionalHeader("X-Conversation-Id", conversation)
        .addUserMessage(question);
  }

  private String messages() {
    return "/api/v1/conversations/" + conversation + "/messages";
  }

  @Test
  void keepsTheTalkAndAppendsOnlyWhatIsNew() {
    ChatCompletion first = client.chat().completions().create(here("/say One.").build()).validate();
    ChatCompletion second =
        client
            .chat()
            .completions()
            .create(
                here("/say One.")
                    .addSystemMessage("Be brief.")
                    .addAssistantMessage("One.")
                    .addUserMessage("By the way:")
                    .addUserMessage("/say Two.")
                    .build())
            .validate();

    assertThat(first.choices().getFirst().message().content()).contains("One.");
    assertThat(second.choices().getFirst().message().content()).contains("Two.");
    assertThat(second.usage().orElseThrow().completionTokens()).isPositive();
    ada.get(messages())
        .body("items.content", contains("/say One.", "One.", "By the way:", "/say Two.", "Two."))
        .body("items.role", contains("user", "assistant", "user", "user", "assistant"));
  }

  @Test
  void streamsWhatIsKept() {
    StringBuilder said = new StringBuilder();

    try (StreamResponse<ChatCompletionChunk> chunks =
        client
            .chat()
            .completions()
            .createStreaming(here("/drip 5ms\n/words 30\n/finish length").build())) {
      chunks.stream()
          .map(ChatCompletionChunk::validate)
          .flatMap(it -> it.choices().stream())
          .forEach(it -> it.delta().content().ifPresent(said::append));
    }

    ada.get(messages()).body("items[1].content", equalTo(said.toString()));
    assertThat(said.toString().split(" ")).hasSize(30);
  }

  @Test
  void opensAConversationInAWorkspace() {
    try (HttpResponseFor<ChatCompletion> answer =
        client
            .chat()
            .completions()
            .withRawResponse()
            .create(
                ChatCompletionCreateParams.builder()
                    .model("rehearsal")
                    .putAdditionalHeader("X-Workspace-Id", workspace)
                    .addUserMessage("/say Hello.\nAnd more of it")
                    .build())) {
      String opened = answer.headers().values("X-Conversation-Id").getFirst();

      assertThat(answer.parse().validate().choices()).hasSize(1);
      ada.get("/api/v1/conversations/" + opened)
          .body("topic", equalTo("/say Hello."))
          .body("workspace_id", equalTo(workspace));
      ada.get("/api/v1/conversations/" + opened + "/messages").body("items", hasSize(2));
      ada.get("/api/v1/conversations/" + opened + "/runs").body("items[0].id", notNullValue());
    }
  }

  @Test
  void refusesWhatCannotBeKept() {
    assertThatThrownBy(
            () ->
                client
                    .chat()
                    .completions()
                    .create(
                        here("x")
                            .addFunctionTool(FunctionDefinition.builder().name("clock").build())
                            .build()))
        .isInstanceOf(BadRequestException.class);
    assertThatThrownBy(
            () ->
                client
                    .chat()
                    .completions()
                    .create(
                        here("x")
                            .replaceAdditionalHeaders("X-Conversation-Id", "nonsense")
                            .build()))
        .isInstanceOf(NotFoundException.class);
    OpenAIClient stranger = of(User.registered("eve"));
    assertThatThrownBy(() -> stranger.chat().completions().create(here("x").build()))
        .isInstanceOf(PermissionDeniedException.class);
    stranger.close();
    ada.get(messages()).body("items", hasSize(0));
  }

  @Test
  void tellsOfAModelThatFails() {
    assertThatThrownBy(
            () -> client.chat().completions().create(here("/say One.\n/fail refused").build()))
        .isInstanceOfSatisfying(
            OpenAIServiceException.class, it -> assertThat(it.statusCode()).isEqualTo(503));

    ada.get(messages())
        .body("items[1].content", equalTo("One."))
        .body("items[1].metadata.partial", equalTo(true));
  }
}
