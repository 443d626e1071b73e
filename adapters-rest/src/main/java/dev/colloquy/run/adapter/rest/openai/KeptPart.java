package dev.colloquy.run.adapter.rest.openai;

import dev.colloquy.conversation.domain.Content;
import dev.colloquy.run.adapter.rest.openai.ChatMessage.Role;
import dev.colloquy.shared.domain.CommonException.ValidationError;
import dev.colloquy.shared.domain.InvalidValue;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What of a client's messages is new to a conversation that is kept here. Clients send all of a
 * talk with each call; what was said up to the model's last answer stands there already, and
 * instructions count for this call alone.
 */
record KeptPart(List<Content> said, Optional<Content> system) {

  static KeptPart of(List<ChatMessage> messages) {
    if (messages.stream().anyMatch(it -> it.role() == Role.TOOL)) {
      throw ValidationError.at(
          "/messages", "cannot have answers of tools in a conversation that is kept");
    }
    return new KeptPart(
        afterLastAnswer(messages).stream()
            .filter(it -> it.role() == Role.USER)
            .map(it -> content(it.text()))
            .toList(),
        instructions(messages));
  }

  private static List<ChatMessage> afterLastAnswer(List<ChatMessage> messages) {
    int last = messages.size();
    while (last > 0 && messages.get(last - 1).role() != Role.ASSISTANT) {
      last--;
    }
    return messages.subList(last, messages.size());
  }

  private static Optional<Content> instructions(List<ChatMessage> messages) {
    String all =
        messages.stream()
            .filter(it -> it.role() == Role.SYSTEM || it.role() == Role.DEVELOPER)
            .map(ChatMessage::text)
            .filter(it -> !it.isBlank())
            .collect(Collectors.joining("\n\n"));
    return all.isEmpty() ? Optional.empty() : Optional.of(content(all));
  }

  private static Content content(String text) {
    try {
      return new Content(text);
    } catch (InvalidValue e) {
      throw ValidationError.at("/messages", "have content that " + e.detail());
    }
  }
}
