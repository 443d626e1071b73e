package dev.colloquy.conversation.adapter.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.colloquy.conversation.domain.Content;
import dev.colloquy.conversation.domain.Message;
import dev.colloquy.conversation.domain.MessageId;
import dev.colloquy.conversation.domain.MessageRole;
import dev.colloquy.conversation.domain.Sender;
import dev.colloquy.shared.adapter.rest.json.JsonForm;
import dev.colloquy.shared.adapter.rest.page.PageView;
import dev.colloquy.shared.domain.ConversationId;
import dev.colloquy.shared.domain.Metadata;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.LongStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * A page of 50 messages of some 200 characters as JSON. It stands in the package of the views,
 * which nobody else may see.
 */
@State(Scope.Thread)
public class PageEncoding {

  private static final int MESSAGES = 50;

  private final ObjectMapper json = new ObjectMapper();
  private final List<Message> messages =
      LongStream.rangeClosed(1, MESSAGES).mapToObj(PageEncoding::message).toList();

  public PageEncoding() {
    new JsonForm().customize(json);
  }

  @Benchmark
  public byte[] page() throws JsonProcessingException {
    return json.writeValueAsBytes(
        new PageView<>(messages.stream().map(MessageView::of).toList(), null));
  }

  private static Message message(long seq) {
    return new Message(
        new MessageId(UUID.randomUUID()),
        new ConversationId(UUID.randomUUID()),
        seq,
        new Sender(Sender.Kind.USER, UUID.randomUUID()),
        MessageRole.USER,
        Optional.of(new Content("The engine weaves algebraic patterns. ".repeat(5) + seq)),
        Instant.parse("2026-01-02T03:04:05.678901Z"),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        new Metadata(Map.of()),
        1);
  }
}
