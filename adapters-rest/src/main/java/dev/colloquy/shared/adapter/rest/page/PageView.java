package dev.colloquy.shared.adapter.rest.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list.
 *
 * @param nextCursor asks for the following part; null on the last one
 */
public record PageView<T>(List<T> items, @Nullable String nextCursor) {}
