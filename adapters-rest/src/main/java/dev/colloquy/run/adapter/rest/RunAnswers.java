package dev.colloquy.run.adapter.rest;

import dev.colloquy.run.domain.Run;
import dev.colloquy.run.domain.RunId;
import dev.colloquy.shared.adapter.rest.request.Query;
import dev.colloquy.shared.domain.ConversationId;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** How resources read a run's id and show a run. */
final class RunAnswers {

  private RunAnswers() {}

  static RunId id(String id) {
    return Query.pathId("run", id, RunId::new);
  }

  static ConversationId conversation(String id) {
    return Query.pathId("conversation", id, ConversationId::new);
  }

  /** 202: it goes on by itself, and its address says how far it is. */
  static RestResponse<RunView> accepted(Run run) {
    return ResponseBuilder.create(RestResponse.Status.ACCEPTED, RunView.of(run))
        .header(HttpHeaders.LOCATION, "/api/v1/runs/" + run.id())
        .build();
  }
}
