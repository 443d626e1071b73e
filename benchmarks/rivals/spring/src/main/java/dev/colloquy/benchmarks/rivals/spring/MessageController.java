package dev.colloquy.benchmarks.rivals.spring;

import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Believes everybody who he says he is: there is no authentication. */
@RestController
@RequestMapping("/{user}/conversations/{conversation}/messages")
class MessageController {

  private final Messages messages;

  MessageController(Messages messages) {
    this.messages = messages;
  }

  /** What is posted. */
  record Post(String content) {}

  /** What is listed. */
  record Page(List<Message> items) {}

  @GetMapping
  Mono<Page> list(
      @PathVariable UUID user, @PathVariable UUID conversation, @RequestParam int limit) {
    return messages.latest(conversation, user, limit).collectList().map(Page::new);
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  Mono<Message> post(
      @PathVariable UUID user,
      @PathVariable UUID conversation,
      @RequestHeader("Idempotency-Key") String key,
      @RequestBody Post post) {
    return messages.append(conversation, user, post.content(), key);
  }
}
