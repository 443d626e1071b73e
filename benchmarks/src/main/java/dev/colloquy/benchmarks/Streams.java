package dev.colloquy.benchmarks;

import dev.colloquy.benchmarks.crowd.Crowd;
import dev.colloquy.benchmarks.load.ClosedLoop;
import dev.colloquy.benchmarks.plot.BarChart;
import dev.colloquy.benchmarks.system.Cpu;
import dev.colloquy.benchmarks.system.Limits;
import dev.colloquy.benchmarks.system.LiveHeap;
import dev.colloquy.benchmarks.system.Memory;
import dev.colloquy.benchmarks.system.Server;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Very many streams of one conversation: what each costs at rest, and what an event costs each. */
final class Streams {

  private static final int FEW = 2_000;
  private static final int MANY = 15_000;

  /** Between them only memory is looked at. */
  private static final List<Integer> STEPS = List.of(6_000, 10_000);

  private static final int LISTENING = 10_000;

  private static final int OTHER_FILES = 1_000;

  /** Between two events; each has to be everywhere before the next comes. */
  private static final Duration APART = Duration.ofMillis(300);

  private static final double RESIDENT_GOAL = 12;
  private static final double HEAP_GOAL = 6;
  private static final double CPU_GOAL = 5;
  private static final double FAN_OUT_GOAL = 60_000;

  private final Setup setup;
  private final Server server;
  private final List<String> readers;
  private final UUID conversation = World.conversation(World.CROWDED);

  private Streams(Setup setup) {
    this.setup = setup;
    this.server = setup.systems().restart();
    this.readers = setup.seeded().readers(setup.systems().database(), server.port());
  }

  /** What a number of streams at rest takes. */
  private record Rest(int streams, double resident, double heap, double cpu) {}

  /** Measures streams at rest. */
  static void reportIdle(Setup setup, Report report) {
    if (!canOpen(MANY)) {
      report.add(Row.missing("P7", "an idle authenticated stream more", goals(), lack(MANY)));
      return;
    }
    Streams streams = new Streams(setup);
    try (Crowd crowd = Crowd.before(streams.server.port())) {
      streams.open(crowd, FEW);
      Rest few = streams.rest(FEW, true);
      List<Rest> all = new ArrayList<>(List.of(few));
      for (int step : STEPS) {
        streams.open(crowd, step - all.getLast().streams());
        all.add(streams.rest(step, false));
      }
      streams.open(crowd, MANY - all.getLast().streams());
      Rest many = streams.rest(MANY, true);
      all.add(many);
      report.add("memory", plot(all));
      report.add(streams.idle(few, many));
    }
  }

  /** Measures events to streams. */
  static void reportFanOut(Setup setup, Report report) {
    if (!canOpen(LISTENING)) {
      String measure = "one event to %,d streams".formatted(LISTENING);
      report.add(Row.missing("P8", measure, "≥ %,.0f".formatted(FAN_OUT_GOAL), lack(LISTENING)));
      return;
    }
    Streams streams = new Streams(setup);
    try (Crowd crowd = Crowd.before(streams.server.port())) {
      streams.open(crowd, LISTENING);
      int events = (int) (setup.options().seconds(15, 5).toMillis() / APART.toMillis());
      streams.post(crowd, events / 2);
      List<Double> rounds = new ArrayList<>();
      for (int round = 1; round <= setup.options().rounds(); round++) {
        rounds.add(streams.post(crowd, events / 3));
      }
      Ratio perCpuSecond = Ratio.of(rounds);
      report.add(
          Row.of(
              "P8",
              "one event to %,d streams: deliveries a CPU second".formatted(LISTENING),
              Row.text("≥ %,.0f", FAN_OUT_GOAL),
              perCpuSecond.shown("%,.0f"),
              perCpuSecond.median() >= FAN_OUT_GOAL));
    }
  }

  private static String goals() {
    return Row.text("≤ %.0f / %.0f / %.0f", RESIDENT_GOAL, HEAP_GOAL, CPU_GOAL);
  }

  /** Server and crowd have a process each, and each stream is a file to both. */
  private static boolean canOpen(int streams) {
    return Limits.openFiles() >= streams + OTHER_FILES;
  }

  private static String lack(int streams) {
    return "it needs `ulimit -Hn` of %d, which is %d here"
        .formatted(streams + OTHER_FILES, Limits.openFiles());
  }

  private void open(Crowd crowd, int count) {
    long begun = System.nanoTime();
    String path = "/api/v1/conversations/" + conversation + "/events";
    for (int i = 0; i < readers.size(); i++) {
      int share = count / readers.size() + (i < count % readers.size() ? 1 : 0);
      crowd.open(share, path, readers.get(i));
    }
    System.out.printf("%,d streams opened in %.1f s%n", count, (System.nanoTime() - begun) / 1e9);
  }

  private Rest rest(int streams, boolean working) {
    if (working) {
      Pause.of(setup.options().seconds(20, 5)); // what opening has begun, compiling for one, ends
    }
    double heap = LiveHeap.bytes(server.pid());
    Pause.millis(2_000);
    double resident = Memory.residentBytes(server.pid());
    double cpu = working ? cpu() : 0;
    System.out.printf(
        "%,d streams: RSS %.1f MiB, heap %.1f MiB, CPU %.1f ms a second%n",
        streams, resident / (1 << 20), heap / (1 << 20), cpu / 1e3);
    return new Rest(streams, resident, heap, cpu);
  }

  /** Microseconds a second, over whole periods of the heartbeat. */
  private double cpu() {
    Duration length = setup.options().seconds(45, 15);
    long before = Cpu.micros(server.pid());
    Pause.of(length);
    return (double) (Cpu.micros(server.pid()) - before) / length.toSeconds();
  }

  private static BarChart plot(List<Rest> all) {
    List<BarChart.Bar> bars =
        all.stream()
            .map(
                it ->
                    new BarChart.Bar(
                        "%,d".formatted(it.streams()),
                        List.of(
                            BarChart.Value.of(it.resident() / (1 << 20)),
                            BarChart.Value.of(it.heap() / (1 << 20)))))
            .toList();
    return new BarChart(
        "Memory by idle streams",
        "MiB",
        List.of("resident", "live heap"),
        List.of(new BarChart.Group("", bars)));
  }

  private Row idle(Rest few, Rest many) {
    int more = many.streams() - few.streams();
    double resident = (many.resident() - few.resident()) / more / 1024;
    double heap = (many.heap() - few.heap()) / more / 1024;
    double cpu = (many.cpu() - few.cpu()) / more;
    return Row.of(
        "P7",
        "an idle authenticated stream more, %,d → %,d: RSS / live heap in KiB, CPU in µs a second"
            .formatted(few.streams(), many.streams()),
        goals(),
        Row.text("%.1f / %.1f / %.1f", resident, heap, cpu),
        resident <= RESIDENT_GOAL && heap <= HEAP_GOAL && cpu <= CPU_GOAL);
  }

  /** Posts so many; answers deliveries for each second of the server's processor time. */
  private double post(Crowd crowd, int events) {
    crowd.forget();
    Sides.Side side = Sides.product(setup.world().writer());
    long before = Cpu.micros(server.pid());
    for (int i = 1; i <= events; i++) {
      ClosedLoop.once(setup.vertx(), server.port(), Sides.append(side, conversation));
      Pause.of(APART);
      int due = i;
      Pause.until(
          "an event to be everywhere",
          Duration.ofSeconds(20),
          () -> crowd.counts().fewest() >= due);
    }
    double cpu = (Cpu.micros(server.pid()) - before) / 1e6;
    Crowd.Counts counts = crowd.counts();
    if (counts.most() != events) {
      throw new IllegalStateException("Some streams were told twice: " + counts);
    }
    return counts.total() / cpu;
  }
}
