package dev.colloquy.event.domain;

import dev.colloquy.shared.domain.RecordedEvent;

/**
 * What somebody who follows the feed is told. Each item has a position from which he may resume:
 * nothing of his stands between it and the item before.
 */
public sealed interface StreamItem {

  long position();

  /** The first item: the stream is open and goes on after this position. */
  record Connected(long position) implements StreamItem {}

  /** Something happened. */
  record Happened(RecordedEvent event) implements StreamItem {
    @Override
    public long position() {
      return event.position();
    }
  }

  /** Nothing else happened up to this position; said now and then to those who wait. */
  record Quiet(long position) implements StreamItem {}

  /**
   * The positions from one to the other were asked for and are not there: history that has been let
   * go, or a future that the feed has not reached. The stream goes on after the gap's position.
   */
  record Gap(long from, long to, long position) implements StreamItem {}
}
