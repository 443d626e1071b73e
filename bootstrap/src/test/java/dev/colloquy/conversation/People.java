package dev.colloquy.conversation;

import dev.colloquy.bootstrap.testing.User;

/** Registered once for all tests here, for nobody may register over and over. */
record People(User ada, User bob, User eve) {

  private static final class Once {
    static final People PEOPLE =
        new People(User.registered("Ada"), User.registered("Bob"), User.registered("Eve"));
  }

  static People gathered() {
    return Once.PEOPLE;
  }
}
