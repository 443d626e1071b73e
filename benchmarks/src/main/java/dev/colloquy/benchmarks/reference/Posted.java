package dev.colloquy.benchmarks.reference;

import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** A message on its way into the statement, whose parameters these are, in order. */
record Posted(
    UUID conversation,
    UUID user,
    String content,
    Optional<String> key,
    UUID id,
    OffsetDateTime now) {

  private static final JsonObject NOTHING = new JsonObject();
  private static final String FINGERPRINT = "0".repeat(64);

  Posted(UUID conversation, UUID user, String content, Optional<String> key) {
    this(
        conversation,
        user,
        content,
        key,
        newId(),
        OffsetDateTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.MICROS));
  }

  Tuple parameters() {
    return Tuple.tuple()
        .addUUID(conversation)
        .addUUID(user)
        .addUUID(null)
        .addUUID(id)
        .addString("user")
        .addUUID(user)
        .addString("user")
        .addString(content)
        .addOffsetDateTime(now)
        .addUUID(null)
        .addUUID(null)
        .addInteger(null)
        .addJsonObject(NOTHING)
        .addString(key.orElse(null))
        .addString(key.isPresent() ? FINGERPRINT : null)
        .addOffsetDateTime(now.plusDays(1))
        .addUUID(newId())
        .addString("person")
        .addUUID(user)
        .addUUID(newId())
        .addString("127.0.0.1")
        .addString(FINGERPRINT)
        .addLong(0L)
        .addString(now.toString());
  }

  /** A UUID of version 7 (RFC 9562), as the product's are, so that indexes grow at their end. */
  private static UUID newId() {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    long time = System.currentTimeMillis() << 16 | 0x7000 | random.nextInt(0x1000);
    return new UUID(time, random.nextLong() >>> 2 | 1L << 63);
  }
}
