package dev.colloquy.search.domain.port.out;

import dev.colloquy.search.domain.Found;
import dev.colloquy.search.domain.SearchFilter;
import dev.colloquy.search.domain.SearchText;
import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.Page;
import dev.colloquy.shared.domain.PageRequest;
import java.util.concurrent.CompletionStage;

/** Looks through what all contexts keep. */
public interface SearchReadModel {

  /** How many of the things that fit are ranked; the newest where there are more. */
  int MOST_RANKED = 1000;

  /** What fits of the things that the reader may see today, best first. */
  CompletionStage<Page<Found>> search(
      Actor.OfUser reader, SearchText text, SearchFilter filter, PageRequest page);
}
