package dev.colloquy.benchmarks;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** All that can be measured, in the order in which it is. */
final class Parts {

  static final List<Part> ALL =
      List.of(
          Part.of("Throughput", Throughput::report, "P1", "P2", "P3", "P4", "P5"),
          Part.of("Round trips", RoundTrips::report, "P6"),
          Part.of("Delivery", Delivery::report, "P10"),
          Part.of("Depth", Depth::report, "P14"),
          Part.of("Answering", Answering::report, "P9"),
          Part.of("First words", FirstWords::report, "P9"),
          Part.of("Memory", Footprint::report, "P12"),
          Part.of("Idle streams", Streams::reportIdle, "P7"),
          Part.of("Fan-out", Streams::reportFanOut, "P8"),
          Part.of("Logins", Logins::report, "P15"),
          Part.of("Two nodes", TwoNodes::report, "P16"),
          Part.of("Starts", Starts::report, "P11"),
          Part.slow("Warming up", WarmingUp::report, "P13"),
          Part.slow("Rivals", Rivals::report, "P17"));

  private Parts() {}

  /** What can be asked for. */
  static Set<String> ids() {
    Set<String> all =
        new TreeSet<>(Comparator.comparing((String id) -> Integer.valueOf(id.substring(1))));
    ALL.forEach(part -> all.addAll(part.ids()));
    return all;
  }
}
