package dev.colloquy.identity.domain;

/**
 * The installation's secret key is not the one that its stored secrets were encrypted with. Nothing
 * can go on without it, and nothing is changed.
 */
public final class WrongSecretKey extends IllegalStateException {

  public WrongSecretKey() {
    super(
        "COLLOQUY_SECRET_KEY is not the key that this database was set up with; "
            + "start again with the right one.");
  }
}
