package dev.colloquy.benchmarks.crowd;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Holds the streams: one thread, one selector, one buffer. Orders come by the standard input, and
 * while one is carried out no other is read.
 */
public final class CrowdProcess {

  /** Streams that open at the same time. */
  private static final int OPENING = 64;

  /** Streams from one source address, whose ports are not without end. */
  private static final int BY_ADDRESS = 5_000;

  private static final int BUFFER_BYTES = 256 * 1024;
  private static final long BEAT_MILLIS = 20;

  private final InetSocketAddress server;
  private final Selector selector = Selector.open();
  private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER_BYTES);
  private final List<EventCounter> streams = new ArrayList<>();

  private CrowdProcess(int port) throws IOException {
    this.server = new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port);
  }

  /**
   * Runs until its input ends.
   *
   * @param arguments the server's port
   */
  public static void main(String... arguments) throws IOException {
    CrowdProcess crowd = new CrowdProcess(Integer.parseInt(arguments[0]));
    try (BufferedReader orders =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      boolean more = true;
      while (more) {
        crowd.read();
        if (orders.ready()) {
          String order = orders.readLine();
          more = order != null;
          if (more) {
            System.out.println(crowd.carryOut(order.split(" ")));
          }
        }
      }
    }
  }

  private String carryOut(String... order) throws IOException {
    switch (order[0]) {
      case "open" -> open(Integer.parseInt(order[1]), request(order[2], order[3]));
      case "forget" -> streams.forEach(EventCounter::forget);
      case "count" -> {
        var counts = streams.stream().mapToLong(EventCounter::events).summaryStatistics();
        return counts.getMin() + " " + counts.getMax() + " " + counts.getSum();
      }
      default -> throw new IllegalArgumentException(order[0]);
    }
    return "done";
  }

  private void open(int count, ByteBuffer request) throws IOException {
    int from = streams.size();
    int live = from;
    while (live < from + count) {
      while (streams.size() < from + count && streams.size() - live < OPENING) {
        connect(request.duplicate());
      }
      read();
      while (live < streams.size() && streams.get(live).isLive()) {
        live++;
      }
    }
  }

  private void connect(ByteBuffer request) throws IOException {
    SocketChannel channel = SocketChannel.open();
    int address = 2 + streams.size() / BY_ADDRESS;
    channel.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0." + address), 0));
    channel.connect(server);
    while (request.hasRemaining()) {
      channel.write(request);
    }
    EventCounter stream = new EventCounter();
    streams.add(stream);
    channel.configureBlocking(false).register(selector, SelectionKey.OP_READ, stream);
  }

  private void read() throws IOException {
    selector.select(
        key -> {
          try {
            read((SocketChannel) key.channel(), (EventCounter) key.attachment());
          } catch (IOException e) {
            throw new IllegalStateException("A stream has broken", e);
          }
        },
        BEAT_MILLIS);
  }

  private void read(SocketChannel channel, EventCounter stream) throws IOException {
    buffer.clear();
    if (channel.read(buffer) < 0) {
      throw new IllegalStateException("The server has ended a stream");
    }
    stream.read(buffer.flip());
  }

  private static ByteBuffer request(String path, String token) {
    String text =
        "GET %s HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\nAuthorization: Bearer %s\r\n\r\n"
            .formatted(path, token);
    return ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
  }
}
