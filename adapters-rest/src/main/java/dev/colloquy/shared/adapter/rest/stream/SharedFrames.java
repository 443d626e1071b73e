package dev.colloquy.shared.adapter.rest.stream;

import io.vertx.core.buffer.Buffer;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Frames of items that several readers are given at about the same time, the very same objects:
 * encoded once, and the buffer is theirs in common. It keeps the latest, and none that is large.
 * For any thread; two that meet encode twice, which harms nobody.
 */
public final class SharedFrames<T> implements Function<T, Buffer> {

  private static final int PLACES = 1024;
  private static final int LARGE = 8 * 1024;

  private final Function<? super T, Buffer> encode;
  private final AtomicReferenceArray<@Nullable Encoded<T>> latest =
      new AtomicReferenceArray<>(PLACES);

  private record Encoded<T>(T item, Buffer frame) {}

  /** Takes what encodes an item that is not known. */
  public SharedFrames(Function<? super T, Buffer> encode) {
    this.encode = encode;
  }

  @Override
  @SuppressWarnings("ReferenceEquality") // an equal item would have to be compared as a whole
  public Buffer apply(T item) {
    int place = System.identityHashCode(item) & (PLACES - 1);
    Encoded<T> known = latest.getAcquire(place);
    if (known != null && known.item() == item) {
      return known.frame();
    }
    Buffer frame = encode.apply(item);
    if (frame.length() <= LARGE) {
      latest.setRelease(place, new Encoded<>(item, frame));
    }
    return frame;
  }
}
