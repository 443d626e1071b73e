package dev.colloquy.bootstrap.start;

import dev.colloquy.identity.domain.WrongSecretKey;
import io.quarkus.runtime.QuarkusBindException;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Why the application did not start: in one sentence where we know what to do, with its trace where
 * not.
 */
record StartFailure(Optional<String> sentence, Throwable cause) {

  static StartFailure of(Throwable failure) {
    Optional<String> known =
        Stream.iterate(failure, it -> it != null, Throwable::getCause)
            .flatMap(it -> sentence(it).stream())
            .findFirst();
    return new StartFailure(known, failure);
  }

  void tell(Console console) {
    if (sentence.isPresent()) {
      console.refuse(sentence.get());
      return;
    }
    console.refuse("Colloquy could not start, for a reason it does not know; please report this:");
    cause.printStackTrace(console.err());
  }

  private static Optional<String> sentence(Throwable cause) {
    return switch (cause) {
      case StartRefused refused -> Optional.of(String.valueOf(refused.getMessage()));
      case WrongSecretKey wrong -> Optional.of(String.valueOf(wrong.getMessage()));
      case QuarkusBindException bind -> Optional.of(Ports.taken(bind.getHost(), bind.getPort()));
      default -> Optional.empty();
    };
  }
}
