package dev.colloquy.model.adapter.llm;

import dev.colloquy.model.domain.ProviderKind;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Answers as providers give them. */
final class Transcripts {

  static final String TEXT = "Grüße aus Köln, 你好 🙂!";

  static final String CLOSING =
      "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\n";

  private Transcripts() {}

  /** The head of a stream and the whole of it, framed by chunks as servers do. */
  static String whole(ProviderKind kind) {
    return head() + events(kind).map(Transcripts::chunk).collect(Collectors.joining()) + end();
  }

  static String head() {
    return "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n"
        + "Transfer-Encoding: chunked\r\n\r\n";
  }

  static String chunk(String text) {
    int length = text.getBytes(StandardCharsets.UTF_8).length;
    return Integer.toHexString(length) + "\r\n" + text + "\r\n";
  }

  static String end() {
    return "0\r\n\r\n";
  }

  static String data(String json) {
    return "data: " + json + "\n\n";
  }

  /** A chunk of a completion with this delta. */
  static String delta(String delta) {
    return data(
        "{\"id\":\"c1\",\"object\":\"chat.completion.chunk\",\"choices\":[{\"index\":0,\"delta\":"
            + delta
            + ",\"finish_reason\":null}]}");
  }

  static String said(String text) {
    return delta("{\"content\":\"" + text + "\"}");
  }

  static String finish(String reason) {
    return data("{\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"" + reason + "\"}]}");
  }

  static String done() {
    return data("[DONE]");
  }

  private static Stream<String> events(ProviderKind kind) {
    return Arrays.stream(kind == ProviderKind.ANTHROPIC ? anthropic() : openAi());
  }

  private static String[] openAi() {
    return new String[] {
      delta("{\"role\":\"assistant\",\"content\":\"\"}"),
      delta("{\"reasoning_content\":\"Hm.\"}"),
      said("Grüße aus "),
      ": still here\n\n",
      said("Köln, 你好 "),
      said("🙂!"),
      finish("stop"),
      data("{\"choices\":[],\"usage\":{\"prompt_tokens\":11,\"completion_tokens\":7}}"),
      done()
    };
  }

  private static String[] anthropic() {
    return new String[] {
      event(
          "message_start",
          "\"message\":{\"id\":\"m1\",\"role\":\"assistant\",\"content\":[],"
              + "\"usage\":{\"input_tokens\":11,\"output_tokens\":1}}"),
      event("content_block_start", "\"index\":0,\"content_block\":{\"type\":\"thinking\"}"),
      event(
          "content_block_delta",
          "\"index\":0,\"delta\":{\"type\":\"thinking_delta\",\"thinking\":\"Hm.\"}"),
      event(
          "content_block_delta",
          "\"index\":0,\"delta\":{\"type\":\"signature_delta\",\"signature\":\"abc\"}"),
      event("content_block_stop", "\"index\":0"),
      event(
          "content_block_start", "\"index\":1,\"content_block\":{\"type\":\"text\",\"text\":\"\"}"),
      event("ping", "\"n\":1"),
      text("Grüße aus "),
      text("Köln, 你好 "),
      text("🙂!"),
      event("content_block_stop", "\"index\":1"),
      event(
          "message_delta",
          "\"delta\":{\"stop_reason\":\"end_turn\"},\"usage\":{\"output_tokens\":7}"),
      event("message_stop", "\"n\":1")
    };
  }

  private static String text(String text) {
    return event(
        "content_block_delta",
        "\"index\":1,\"delta\":{\"type\":\"text_delta\",\"text\":\"" + text + "\"}");
  }

  /** An event of Anthropic's: its type twice, and more of its data. */
  static String event(String type, String more) {
    return "event: " + type + "\n" + data("{\"type\":\"" + type + "\"," + more + "}");
  }
}
