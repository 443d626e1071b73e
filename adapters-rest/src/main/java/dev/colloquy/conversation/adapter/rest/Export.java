package dev.colloquy.conversation.adapter.rest;

import dev.colloquy.conversation.domain.Message;
import dev.colloquy.conversation.domain.MessageWindow;
import dev.colloquy.conversation.domain.MyConversation;
import dev.colloquy.conversation.domain.port.in.BrowseMessages;
import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.Page;
import dev.colloquy.shared.domain.PageRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.function.Consumer;

/**
 * Writes one conversation down, a page at a time and never faster than the reader takes it. Access
 * is checked with every page. What is said after the beginning is left out.
 */
final class Export {

  private final BrowseMessages messages;
  private final Actor.OfUser reader;
  private final MyConversation mine;
  private final ExportFormat format;
  private final HttpServerResponse response;
  private final Consumer<Throwable> failed;

  Export(
      BrowseMessages messages,
      Actor.OfUser reader,
      MyConversation mine,
      ExportFormat format,
      HttpServerResponse response,
      Consumer<Throwable> failed) {
    this.messages = messages;
    this.reader = reader;
    this.mine = mine;
    this.format = format;
    this.response = response;
    this.failed = failed;
  }

  void begin() {
    response.putHeader("Content-Type", format.contentType()).setChunked(true);
    response.write(format.begin(ConversationView.of(mine)));
    writeAfter(0);
  }

  private void writeAfter(long seq) {
    messages
        .list(reader, mine.conversation().id(), new MessageWindow.After(seq), PageRequest.MAX_LIMIT)
        .whenComplete(
            (page, failure) -> {
              if (failure == null) {
                write(page);
              } else {
                failed.accept(failure);
              }
            });
  }

  private void write(Page<Message> page) {
    if (response.closed()) {
      return;
    }
    long last = mine.activity().messageCount();
    StringBuilder text = new StringBuilder();
    page.items().stream()
        .filter(message -> message.seq() <= last)
        .forEach(message -> text.append(format.message(MessageView.of(message))));
    boolean more = page.next().isPresent() && page.items().getLast().seq() < last;
    if (!more) {
      response.end(text.append(format.end()).toString());
      return;
    }
    response.write(text.toString());
    long seq = page.items().getLast().seq();
    if (response.writeQueueFull()) {
      response.drainHandler(drained -> writeAfter(seq));
    } else {
      writeAfter(seq);
    }
  }
}
