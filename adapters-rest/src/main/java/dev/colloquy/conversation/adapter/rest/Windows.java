package dev.colloquy.conversation.adapter.rest;

import dev.colloquy.conversation.domain.MessageWindow;
import dev.colloquy.shared.adapter.rest.request.Query;
import dev.colloquy.shared.domain.CommonException.MalformedRequest;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which part of a conversation a query asks for. */
final class Windows {

  private Windows() {}

  /** Fails with {@link MalformedRequest} where more than one place to start from is given. */
  static MessageWindow of(
      @Nullable String after, @Nullable String before, @Nullable String cursor) {
    Optional<Long> lower = Query.whole("after", after, 0, Long.MAX_VALUE);
    Optional<Long> upper = Query.whole("before", before, 0, Long.MAX_VALUE);
    Optional<String> page = Optional.ofNullable(cursor).filter(it -> !it.isEmpty());
    if (Stream.of(lower, upper, page).filter(Optional::isPresent).count() > 1) {
      throw new MalformedRequest("Give one of after, before and cursor, not two.");
    }
    return lower
        .<MessageWindow>map(MessageWindow.After::new)
        .or(() -> upper.map(MessageWindow.Before::new))
        .orElseGet(MessageWindow.Newest::new);
  }
}
