package dev.colloquy.run.adapter.rest.openai;

import java.time.Instant;
import java.util.UUID;

/**
 * What all pieces of an answer repeat.
 *
 * @param id of the run where there is one
 * @param model its name
 */
record AnswerHead(UUID id, Instant created, String model) {

  String chatId() {
    return "chatcmpl-" + id;
  }

  String responseId() {
    return "resp_" + id;
  }

  long createdSeconds() {
    return created.getEpochSecond();
  }
}
