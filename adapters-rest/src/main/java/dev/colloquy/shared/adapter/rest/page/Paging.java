package dev.colloquy.shared.adapter.rest.page;

import dev.colloquy.shared.domain.CommonException.MalformedRequest;
import dev.colloquy.shared.domain.Cursor;
import dev.colloquy.shared.domain.Page;
import dev.colloquy.shared.domain.PageRequest;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which part of a list one request asks for, and how its answer leads on. */
public final class Paging {

  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");

  private final PageRequest request;
  private final CursorCodec cursors;
  private final List<String> binding;

  private Paging(PageRequest request, CursorCodec cursors, List<String> binding) {
    this.request = request;
    this.cursors = cursors;
    this.binding = List.copyOf(binding);
  }

  /**
   * Reads the two query parameters; fails with {@link MalformedRequest}.
   *
   * @param binding what a cursor of this list belongs to: path, user and filters
   */
  public static Paging of(
      @Nullable String limit, @Nullable String cursor, CursorCodec cursors, List<String> binding) {
    Optional<Cursor> after =
        Optional.ofNullable(cursor)
            .filter(it -> !it.isEmpty())
            .map(it -> cursors.verify(it, binding));
    return new Paging(new PageRequest(limit(limit), after), cursors, binding);
  }

  public PageRequest request() {
    return request;
  }

  /** The answer, each item shown as this view of it. */
  public <T, V> PageView<V> view(Page<T> page, Function<? super T, ? extends V> mapping) {
    Page<V> views = page.map(mapping);
    return new PageView<>(
        views.items(), views.next().map(it -> cursors.sign(it, binding)).orElse(null));
  }

  private static int limit(@Nullable String text) {
    if (text == null || text.isEmpty()) {
      return PageRequest.DEFAULT_LIMIT;
    }
    int limit = NUMBER.matcher(text).matches() ? Integer.parseInt(text) : 0;
    if (limit < 1 || limit > PageRequest.MAX_LIMIT) {
      throw new MalformedRequest(
          "The query parameter \"limit\" must be from 1 to " + PageRequest.MAX_LIMIT + ".");
    }
    return limit;
  }
}
