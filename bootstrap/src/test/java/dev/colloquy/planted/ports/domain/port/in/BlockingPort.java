package dev.colloquy.planted.ports.domain.port.in;

/** A port that blocks, under a name that says nothing. */
public interface BlockingPort {

  /** The planted fault. */
  String handle();
}
