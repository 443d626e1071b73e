package dev.colloquy.bootstrap;

import dev.colloquy.search.adapter.persistence.PgSearchReadModel;
import dev.colloquy.search.application.SearchContentHandler;
import dev.colloquy.search.application.SearchMessagesTool;
import dev.colloquy.search.domain.port.in.SearchContent;
import dev.colloquy.shared.adapter.persistence.Sql;
import dev.colloquy.tool.domain.port.out.BuiltInTool;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The search context, put together. */
@Singleton
final class SearchWiring {

  @Produces
  @Singleton
  SearchContent searchContent(Sql sql) {
    return new SearchContentHandler(new PgSearchReadModel(sql));
  }

  @Produces
  @Singleton
  BuiltInTool searchMessages(SearchContent search) {
    return new SearchMessagesTool(search);
  }
}
