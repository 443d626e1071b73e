package dev.colloquy.bootstrap.demo;

/** A step of the tour did not do what it should. */
final class TourFailed extends RuntimeException {

  TourFailed(String sentence) {
    super(sentence, null, false, false);
  }
}
