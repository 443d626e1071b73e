package dev.colloquy.conversation.adapter.rest;

import dev.colloquy.shared.domain.Times;

/** A conversation to read: a heading, and each message under a line that says whose it is. */
final class MarkdownExport implements ExportFormat {

  @Override
  public String contentType() {
    return "text/markdown;charset=UTF-8";
  }

  @Override
  public String begin(ConversationView conversation) {
    return "# " + conversation.topic().replaceAll("\\R", " ") + "\n";
  }

  @Override
  public String message(MessageView message) {
    String content = message.content();
    return "\n---\n\n**%d · %s `%s` · %s**\n\n%s\n"
        .formatted(
            message.seq(),
            message.role(),
            message.senderId(),
            Times.format(message.timestamp()),
            content == null ? "*deleted*" : content);
  }

  @Override
  public String end() {
    return "";
  }
}
