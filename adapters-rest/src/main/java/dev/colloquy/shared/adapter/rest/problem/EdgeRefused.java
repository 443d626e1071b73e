package dev.colloquy.shared.adapter.rest.problem;

/** A request that HTTP itself refuses. */
public final class EdgeRefused extends RuntimeException {

  private final EdgeRefusal refusal;

  public EdgeRefused(EdgeRefusal refusal) {
    super(refusal.name(), null, false, false);
    this.refusal = refusal;
  }

  EdgeRefusal refusal() {
    return refusal;
  }
}
