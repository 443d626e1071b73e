package dev.colloquy.search.application;

import dev.colloquy.search.domain.Found;
import dev.colloquy.search.domain.port.in.SearchContent;
import dev.colloquy.search.domain.port.out.SearchReadModel;
import dev.colloquy.shared.domain.CommonException.AccessDenied;
import dev.colloquy.shared.domain.KeyScope;
import dev.colloquy.shared.domain.Page;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Answers searches. */
public final class SearchContentHandler implements SearchContent {

  private final SearchReadModel readModel;

  public SearchContentHandler(SearchReadModel readModel) {
    this.readModel = readModel;
  }

  @Override
  public CompletionStage<Page<Found>> handle(Query query) {
    if (!query.actor().has(KeyScope.READ)) {
      return CompletableFuture.failedFuture(
          new AccessDenied("This API key lacks a scope that is needed here."));
    }
    return readModel.search(query.actor(), query.text(), query.filter(), query.page());
  }
}
