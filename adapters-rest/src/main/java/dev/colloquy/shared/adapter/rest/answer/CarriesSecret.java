package dev.colloquy.shared.adapter.rest.answer;

/** A view that shows a secret once, such as a new API key. */
public interface CarriesSecret {

  /** The view as a replay of the answer shows it. */
  Object withoutSecret();
}
