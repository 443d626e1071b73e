package dev.colloquy.run.domain;

import dev.colloquy.model.domain.ToolRequest;
import dev.colloquy.model.domain.Turn;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What a model said in one go, which tools it asked for then, and what became of that. */
final class ToolRound {

  private final StringBuilder said = new StringBuilder();
  private final Map<String, ToolRequest> requests = new LinkedHashMap<>();
  private final Map<String, ToolOutcome> outcomes = new LinkedHashMap<>();
  private boolean begun;

  void said(String text) {
    said.append(text);
  }

  void asked(ToolRequest request) {
    requests.put(request.id(), request);
  }

  /** Something was done about a request, so all of them are known. */
  void begun() {
    begun = true;
  }

  void done(String request, ToolOutcome outcome) {
    begun = true;
    outcomes.putIfAbsent(request, outcome);
  }

  boolean isBegun() {
    return begun;
  }

  int size() {
    return requests.size();
  }

  Map<String, ToolOutcome> outcomes() {
    return outcomes;
  }

  /** The first request of which nothing has come yet. */
  Optional<ToolRequest> open() {
    return requests.values().stream().filter(it -> !outcomes.containsKey(it.id())).findFirst();
  }

  /** As a model is told of it. */
  Stream<Turn> turns() {
    List<ToolRequest> all = List.copyOf(requests.values());
    return Stream.concat(
        Stream.of(new Turn.Answered(said.toString().strip(), all)),
        all.stream()
            .filter(it -> outcomes.containsKey(it.id()))
            .map(it -> new Turn.ToolAnswered(it.id(), told(it))));
  }

  /** As a stream tells of it that begins anew. */
  List<RunSignal> signals() {
    List<RunSignal> signals = new ArrayList<>();
    if (!said.isEmpty()) {
      signals.add(RunSignal.said(said.toString()));
    }
    requests.values().forEach(it -> signals.add(RunSignal.toolRequested(it)));
    requests.values().stream()
        .filter(it -> outcomes.containsKey(it.id()))
        .forEach(it -> signals.add(RunSignal.toolDone(it, outcome(it))));
    return signals;
  }

  private String told(ToolRequest request) {
    return outcome(request).told();
  }

  private ToolOutcome outcome(ToolRequest request) {
    return outcomes.getOrDefault(request.id(), new ToolOutcome.Failed(RunError.INTERNAL));
  }
}
