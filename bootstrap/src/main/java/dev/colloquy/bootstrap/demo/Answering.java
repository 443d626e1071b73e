package dev.colloquy.bootstrap.demo;

import io.vertx.core.json.JsonObject;
import java.io.PrintStream;

/** Has a model answer while its listener is cut off, and lets another hear all of it. */
final class Answering {

  private static final String SENTENCE =
      "It might act upon other things besides number, were objects found whose mutual relations"
          + " could be expressed by those of the abstract science of operations.";

  private static final String QUESTION = "What else could it weave?\n/drip 60ms\n/say " + SENTENCE;

  /** After this many deltas the first listener is cut off. */
  private static final int HEARD = 5;

  private final Api api;
  private final PrintStream out;

  Answering(Api api, PrintStream out) {
    this.api = api;
    this.out = out;
  }

  /** Asks at this path, and listens until the connection is cut; answers the run's path. */
  String askAndLoseTheLine(String runs) {
    JsonObject run = api.post(runs, new JsonObject().put("input", QUESTION), 202).body();
    String path = "/api/v1/runs/" + run.getString("id");
    try (EventStream stream = api.events(path + "/events", "")) {
      stream.next("run.started");
      out.print("       ⇠ ");
      for (int i = 0; i < HEARD; i++) {
        out.print(stream.any().data().getString("content"));
        out.flush();
      }
      out.printf("%n     … and her connection is cut.%n");
    }
    return path;
  }

  /** Joins with the first word, whenever that was, and stays until the last. */
  void hearAllOfIt(String run) {
    StringBuilder heard = new StringBuilder();
    try (EventStream stream = api.events(run + "/events", "")) {
      stream.next("run.started");
      out.print("       ⇠ ");
      EventStream.Event event = stream.any();
      while (event.type().equals("run.delta")) {
        String content = event.data().getString("content");
        heard.append(content);
        out.print(content);
        out.flush();
        event = stream.any();
      }
      out.println();
      stream.next("run.completed");
    }
    if (!heard.toString().equals(SENTENCE)) {
      throw new TourFailed("The stream brought “%s”.".formatted(heard));
    }
    kept(run);
  }

  private void kept(String run) {
    JsonObject done = api.get(run).body();
    String message =
        "/api/v1/conversations/%s/messages/%s"
            .formatted(done.getString("conversation_id"), done.getString("result_message_id"));
    String content = api.get(message).body().getString("content");
    if (!content.equals(SENTENCE)) {
      throw new TourFailed("The message says “%s”.".formatted(content));
    }
  }
}
