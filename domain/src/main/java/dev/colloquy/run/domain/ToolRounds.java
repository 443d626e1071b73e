package dev.colloquy.run.domain;

import dev.colloquy.model.domain.ToolRequest;
import dev.colloquy.model.domain.Turn;
import dev.colloquy.tool.domain.ToolResult;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a model and its tools have had to do with each other in one attempt at a run, as its stream
 * tells: so the next attempt knows it too, and calls nothing twice that has come to something.
 */
public final class ToolRounds {

  /** How often a model may ask for tools in a run. */
  public static final int MAX_ROUNDS = 5;

  /** How many calls of tools a run may take. */
  public static final int MAX_CALLS = 20;

  private static final int MAX_NAME = 64;

  private final List<ToolRound> rounds = new ArrayList<>();

  /** What earlier attempts have come to, as the whole stream tells. */
  public static ToolRounds of(List<StreamEntry> stream) {
    Map<Integer, ToolRounds> attempts = new TreeMap<>();
    for (StreamEntry entry : stream) {
      attempts
          .computeIfAbsent(entry.place().attempt(), first -> new ToolRounds())
          .add(entry.signal());
    }
    attempts.values().forEach(ToolRounds::dropUnbegun);
    // one that was lost early may have told less than the one before it
    ToolRounds furthest =
        attempts.values().stream()
            .max(Comparator.comparingInt(it -> it.rounds.size()))
            .orElseGet(ToolRounds::new);
    attempts.values().forEach(furthest::learn);
    return furthest;
  }

  /** The stream tells something more. */
  public void add(RunSignal signal) {
    switch (signal.type()) {
      case DELTA -> current(true).said(signal.text("content"));
      case TOOL_CALL_REQUESTED ->
          current(true)
              .asked(
                  new ToolRequest(
                      signal.text("call_id"), signal.text("name"), signal.text("arguments")));
      case TOOL_CALL_STARTED, APPROVAL_REQUESTED, APPROVAL_RESOLVED -> current(false).begun();
      case TOOL_CALL_COMPLETED ->
          current(false)
              .done(signal.text("call_id"), new ToolOutcome.Completed(signal.text("result")));
      case TOOL_CALL_FAILED ->
          current(false).done(signal.text("call_id"), new ToolOutcome.Failed(signal.error()));
      case STARTED, RESTARTED, ESCALATED, USAGE, COMPLETED, FAILED, CANCELLED, EXPIRED -> {}
    }
  }

  /** Why no more tools may be called than were; empty where these may. */
  public Optional<RunError> refusal(List<ToolRequest> asked) {
    if (asking() >= MAX_ROUNDS) {
      return Optional.of(RunError.TOO_MANY_ROUNDS);
    }
    int before = rounds.stream().mapToInt(ToolRound::size).sum();
    return before + asked.size() > MAX_CALLS
        ? Optional.of(RunError.TOO_MANY_CALLS)
        : Optional.empty();
  }

  /** What a model has just asked for, under ids of this run's and no longer than can be kept. */
  public List<ToolRequest> numbered(List<ToolRequest> asked) {
    List<ToolRequest> numbered = new ArrayList<>();
    for (ToolRequest each : asked) {
      String id = "call_%d_%d".formatted(asking() + 1, numbered.size() + 1);
      numbered.add(
          new ToolRequest(
              id, cut(ToolResult.of(each.name()).text()), ToolResult.of(each.arguments()).text()));
    }
    return numbered;
  }

  /** The next call to make; empty where the model has to go on. */
  public Optional<ToolRequest> next() {
    return rounds.isEmpty() ? Optional.empty() : rounds.getLast().open();
  }

  /** As a model is told of it. */
  public List<Turn> turns() {
    return rounds.stream().filter(it -> it.size() > 0).flatMap(ToolRound::turns).toList();
  }

  /** As a stream tells of it that begins anew. */
  public List<RunSignal> signals() {
    return rounds.stream().flatMap(it -> it.signals().stream()).toList();
  }

  private int asking() {
    return (int) rounds.stream().filter(it -> it.size() > 0).count();
  }

  /** The round that is under way, or a new one where the model speaks again. */
  private ToolRound current(boolean speaks) {
    if (rounds.isEmpty() || (speaks && rounds.getLast().isBegun())) {
      rounds.add(new ToolRound());
    }
    return rounds.getLast();
  }

  /** Of what was not begun nobody knows whether it is whole. */
  private void dropUnbegun() {
    if (!rounds.isEmpty() && !rounds.getLast().isBegun()) {
      rounds.removeLast();
    }
  }

  private void learn(ToolRounds other) {
    for (int i = 0; i < Math.min(rounds.size(), other.rounds.size()); i++) {
      other.rounds.get(i).outcomes().forEach(rounds.get(i)::done);
    }
  }

  private static String cut(String name) {
    return name.codePointCount(0, name.length()) <= MAX_NAME
        ? name
        : name.substring(0, name.offsetByCodePoints(0, MAX_NAME));
  }
}
