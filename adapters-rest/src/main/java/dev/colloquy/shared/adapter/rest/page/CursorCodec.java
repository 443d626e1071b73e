package dev.colloquy.shared.adapter.rest.page;

import dev.colloquy.shared.domain.CommonException.MalformedRequest;
import dev.colloquy.shared.domain.Cursor;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Writes cursors that only we can make: a position under a MAC (HMAC-SHA-256, cut to 128 bits) that
 * also covers the list it belongs to, its filters and its reader.
 */
public final class CursorCodec {

  private static final int MAC_BYTES = 16;
  private static final int MAX_LENGTH = 4096;

  private final SecretKeySpec key;

  /** Takes a secret that all nodes share and that outlives a restart. */
  public CursorCodec(byte[] key) {
    this.key = new SecretKeySpec(key, "HmacSHA256");
  }

  public String sign(Cursor cursor, List<String> binding) {
    byte[] position = cursor.position().getBytes(StandardCharsets.UTF_8);
    byte[] mac = mac(position, binding);
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(
            ByteBuffer.allocate(MAC_BYTES + position.length).put(mac).put(position).array());
  }

  /** Fails with {@link MalformedRequest} for whatever was not signed for this list and reader. */
  public Cursor verify(String text, List<String> binding) {
    byte[] bytes = decoded(text);
    byte[] position = Arrays.copyOfRange(bytes, MAC_BYTES, bytes.length);
    if (!MessageDigest.isEqual(Arrays.copyOf(bytes, MAC_BYTES), mac(position, binding))) {
      throw bad();
    }
    return new Cursor(new String(position, StandardCharsets.UTF_8));
  }

  private static byte[] decoded(String text) {
    if (text.length() > MAX_LENGTH) {
      throw bad();
    }
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(text);
      if (bytes.length < MAC_BYTES) {
        throw bad();
      }
      return bytes;
    } catch (IllegalArgumentException e) {
      throw bad();
    }
  }

  private static MalformedRequest bad() {
    return new MalformedRequest("The cursor does not belong to this list; start without one.");
  }

  private byte[] mac(byte[] position, List<String> binding) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      binding.forEach(each -> update(mac, each.getBytes(StandardCharsets.UTF_8)));
      update(mac, position);
      return Arrays.copyOf(mac.doFinal(), MAC_BYTES);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HMAC-SHA-256", e);
    }
  }

  // Each part is preceded by its length, so that no two lists of parts read alike.
  private static void update(Mac mac, byte[] part) {
    mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(part.length).flip());
    mac.update(part);
  }
}
