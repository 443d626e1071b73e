package dev.colloquy.bootstrap;

import dev.colloquy.shared.adapter.rest.page.CursorCodec;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What the HTTP edge is given beside the ports. */
@Singleton
final class EdgeWiring {

  /** Cursors have a key of their own, derived from the installation's secret (as RFC 5869 does). */
  @Produces
  @Singleton
  CursorCodec cursors(@ConfigProperty(name = "colloquy.secret-key") String secretKey)
      throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(Base64.getDecoder().decode(secretKey), "HmacSHA256"));
    return new CursorCodec(mac.doFinal("colloquy cursor".getBytes(StandardCharsets.UTF_8)));
  }
}
