package dev.colloquy.model.adapter.llm;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A server on raw sockets that answers what a test tells it to, byte by byte. */
final class HostileServer implements AutoCloseable {

  private static final Pattern LENGTH =
      Pattern.compile("content-length: *(\\d+)", Pattern.CASE_INSENSITIVE);

  /** What happens on each connection; it is closed afterwards. */
  @FunctionalInterface
  interface Manners {
    void show(Line line) throws IOException;
  }

  final List<Line> lines = new CopyOnWriteArrayList<>();
  final List<String> requests = new CopyOnWriteArrayList<>();
  private final ServerSocket listening;
  private final Manners manners;

  HostileServer(Manners manners) {
    this.manners = manners;
    try {
      listening = new ServerSocket(0, 2_000, InetAddress.getLoopbackAddress());
    } catch (IOException noPort) {
      throw new UncheckedIOException(noPort);
    }
    Thread.ofVirtual().start(this::accept);
  }

  /** Answers each request with these bytes and closes. */
  static HostileServer answering(String... parts) {
    return new HostileServer(
        line -> {
          line.read();
          for (String part : parts) {
            line.send(part);
          }
        });
  }

  URI address() {
    return URI.create("http://localhost:" + listening.getLocalPort());
  }

  private void accept() {
    try {
      while (true) {
        Line line = new Line(listening.accept());
        lines.add(line);
        Thread.ofVirtual().start(line::play);
      }
    } catch (IOException closed) {
      // the test is over
    }
  }

  @Override
  public void close() {
    try {
      listening.close();
      for (Line line : lines) {
        line.socket.close();
      }
    } catch (IOException alreadyClosed) {
      // so be it
    }
  }

  /** One connection. */
  final class Line {

    /** Completed once the client has closed it, seen by {@link #awaitClose()}. */
    final CompletableFuture<Long> closedAt = new CompletableFuture<>();

    private final Socket socket;
    private final InputStream in;

    Line(Socket socket) throws IOException {
      this.socket = socket;
      this.in = new BufferedInputStream(socket.getInputStream());
      socket.setTcpNoDelay(true);
    }

    private void play() {
      try (socket) {
        manners.show(this);
      } catch (IOException gone) {
        closedAt.complete(System.nanoTime());
      }
    }

    /** The next request with its body; fails where there is none. */
    String read() throws IOException {
      ByteArrayOutputStream head = new ByteArrayOutputStream();
      while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
        head.write(next());
      }
      Matcher length = LENGTH.matcher(head.toString(StandardCharsets.ISO_8859_1));
      byte[] body = length.find() ? in.readNBytes(Integer.parseInt(length.group(1))) : new byte[0];
      String request =
          head.toString(StandardCharsets.ISO_8859_1) + new String(body, StandardCharsets.UTF_8);
      requests.add(request);
      return request;
    }

    private int next() throws IOException {
      int read = in.read();
      if (read < 0) {
        throw new IOException("closed");
      }
      return read;
    }

    void send(String text) throws IOException {
      send(text.getBytes(StandardCharsets.UTF_8));
    }

    void send(byte[] bytes) throws IOException {
      socket.getOutputStream().write(bytes);
      socket.getOutputStream().flush();
    }

    /** Says nothing more and waits until the client has gone. */
    void awaitClose() throws IOException {
      try {
        while (in.read() >= 0) {
          // whatever it still says
        }
      } finally {
        closedAt.complete(System.nanoTime());
      }
    }
  }
}
