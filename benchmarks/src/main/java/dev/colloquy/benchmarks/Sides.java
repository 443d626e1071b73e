package dev.colloquy.benchmarks;

import dev.colloquy.benchmarks.load.Call;
import dev.colloquy.benchmarks.load.Call.Expectation;
import dev.colloquy.benchmarks.load.Call.Scenario;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;

/** The same requests for each of the two servers. */
final class Sides {

  static final int PAGE = 50;

  private static final Buffer NOTHING = Buffer.buffer();
  private static final Pattern MESSAGE = Pattern.compile("\"seq\":");
  private static final AtomicLong NUMBERS = new AtomicLong();

  /** How one of them is asked. */
  interface Side {

    RequestOptions list(UUID conversation);

    RequestOptions append(UUID conversation);
  }

  private Sides() {}

  /** As any client asks: with an access token. */
  static Side product(World.Person person) {
    return new Side() {
      @Override
      public RequestOptions list(UUID conversation) {
        return authorized(person, HttpMethod.GET, messages(conversation) + "?limit=" + PAGE);
      }

      @Override
      public RequestOptions append(UUID conversation) {
        return authorized(person, HttpMethod.POST, messages(conversation))
            .putHeader("Content-Type", "application/json");
      }
    };
  }

  /** The reference believes everybody. */
  static Side reference(World.Person person) {
    return new Side() {
      @Override
      public RequestOptions list(UUID conversation) {
        return request(HttpMethod.GET, "/" + conversation + "/" + person.id());
      }

      @Override
      public RequestOptions append(UUID conversation) {
        return request(HttpMethod.POST, "/" + conversation + "/" + person.id());
      }
    };
  }

  static RequestOptions authorized(World.Person person, HttpMethod method, String path) {
    return request(method, path).putHeader("Authorization", "Bearer " + person.token());
  }

  static String messages(UUID conversation) {
    return "/api/v1/conversations/" + conversation + "/messages";
  }

  /** Pages of conversations by chance; the same page has to be the same bytes each time. */
  static Scenario lists(Side side) {
    Random random = new Random(1);
    Map<UUID, Buffer> seen = new HashMap<>();
    return () -> {
      UUID conversation = World.conversation(World.anyListed(random));
      return new Call(side.list(conversation), NOTHING, page(conversation, seen));
    };
  }

  /** Messages into conversations by chance, each with a key of its own. */
  static Scenario appends(Side side) {
    Random random = new Random(2);
    return () -> append(side, World.conversation(World.anyAppended(random)));
  }

  /** One more message into this conversation. */
  static Call append(Side side, UUID conversation) {
    long number = NUMBERS.incrementAndGet();
    return append(side, conversation, "#" + number, "bench-" + number);
  }

  /** A message that ends with this mark, under this key. */
  static Call append(Side side, UUID conversation, String mark, String key) {
    String content = World.CONTENT + " " + mark;
    byte[] said = ("\"content\":\"" + content + "\"").getBytes(StandardCharsets.UTF_8);
    return new Call(
        side.append(conversation).putHeader("Idempotency-Key", key),
        Buffer.buffer("{\"content\":\"" + content + "\"}"),
        (status, body) ->
            status == 201 && contains(body, said)
                ? Optional.empty()
                : Optional.of(status + " " + body));
  }

  /** A page before the place, or the newest one. */
  static Scenario page(Side side, UUID conversation, String query) {
    Map<UUID, Buffer> seen = new HashMap<>();
    RequestOptions request = side.list(conversation);
    request.setURI(request.getURI() + query);
    return () -> new Call(request, NOTHING, page(conversation, seen));
  }

  private static Expectation page(UUID conversation, Map<UUID, Buffer> seen) {
    return (status, body) -> {
      Buffer first = seen.get(conversation);
      if (first != null) {
        // a cursor is signed anew each time, behind the messages
        return status == 200 && sameMessages(first, body)
            ? Optional.empty()
            : Optional.of(status + " " + body);
      }
      String text = body.toString();
      long messages = MESSAGE.matcher(text).results().count();
      boolean right = status == 200 && messages == PAGE && text.contains(conversation.toString());
      seen.put(conversation, body);
      return right ? Optional.empty() : Optional.of(status + " " + text);
    };
  }

  private static boolean sameMessages(Buffer first, Buffer body) {
    int items = end(first);
    return body.length() >= items && body.slice(0, items).equals(first.slice(0, items));
  }

  /** Where the last message ends. */
  private static int end(Buffer page) {
    for (int i = page.length() - 1; i > 0; i--) {
      if (page.getByte(i) == ']') {
        return i;
      }
    }
    return page.length();
  }

  private static boolean contains(Buffer body, byte[] part) {
    byte[] bytes = body.getBytes();
    for (int i = 0; i + part.length <= bytes.length; i++) {
      if (Arrays.equals(bytes, i, i + part.length, part, 0, part.length)) {
        return true;
      }
    }
    return false;
  }

  static RequestOptions request(HttpMethod method, String uri) {
    return new RequestOptions().setMethod(method).setURI(uri);
  }
}
