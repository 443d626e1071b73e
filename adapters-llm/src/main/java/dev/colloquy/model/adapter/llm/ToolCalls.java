package dev.colloquy.model.adapter.llm;

import dev.colloquy.model.domain.ModelCallFailed.Fault;
import dev.colloquy.model.domain.ToolRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/**
 * Puts requests for tools together from their fragments, which may come interleaved. Servers differ
 * in what they say of a fragment: an index, an id, both or, where a call comes in one piece,
 * neither; some give every call the index 0.
 */
final class ToolCalls {

  private static final int MOST = 128;

  private final List<Call> calls = new ArrayList<>();

  private static final class Call {
    private final OptionalInt index;
    private String id = "";
    private String name = "";
    private final StringBuilder arguments = new StringBuilder();

    Call(OptionalInt index) {
      this.index = index;
    }

    boolean isNamed(String other) {
      return !id.isEmpty() && id.equals(other);
    }
  }

  /** A fragment; of what it does not say, the texts are empty. */
  void add(OptionalInt index, String id, String name, String arguments) {
    Call call = matching(index, id, name).orElseGet(() -> begun(index));
    if (call.id.isEmpty()) {
      call.id = id;
    }
    if (call.name.isEmpty()) {
      call.name = name;
    }
    call.arguments.append(arguments);
  }

  boolean isEmpty() {
    return calls.isEmpty();
  }

  /** All of them, in the order in which they were begun. */
  List<ToolRequest> whole() {
    return calls.stream().map(ToolCalls::whole).toList();
  }

  private Optional<Call> matching(OptionalInt index, String id, String name) {
    Optional<Call> sameId = calls.reversed().stream().filter(it -> it.isNamed(id)).findFirst();
    if (sameId.isPresent()) {
      return sameId;
    }
    if (index.isEmpty()) {
      return name.isEmpty() && !calls.isEmpty() ? Optional.of(calls.getLast()) : Optional.empty();
    }
    return calls.reversed().stream()
        .filter(it -> it.index.equals(index))
        .findFirst()
        .filter(it -> id.isEmpty() || it.id.isEmpty());
  }

  private Call begun(OptionalInt index) {
    if (calls.size() == MOST) {
      throw Failures.of(Fault.TOO_LARGE);
    }
    Call call = new Call(index);
    calls.add(call);
    return call;
  }

  private static ToolRequest whole(Call call) {
    if (call.name.isEmpty()) {
      throw Failures.of(Fault.BROKEN);
    }
    return new ToolRequest(
        call.id.isEmpty() ? "call_" + UUID.randomUUID() : call.id,
        call.name,
        call.arguments.isEmpty() ? "{}" : call.arguments.toString());
  }
}
