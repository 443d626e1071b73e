package dev.colloquy.shared.adapter.llm;

/** An address leads where only the operator may let Colloquy go. */
public final class AddressRefused extends RuntimeException {

  AddressRefused() {
    super("the address is refused", null, false, false);
  }
}
