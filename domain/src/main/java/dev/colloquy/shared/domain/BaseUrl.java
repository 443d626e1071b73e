package dev.colloquy.shared.domain;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/**
 * Where another server's API is: an address of HTTP in at most 2000 characters, without user,
 * password and fragment, for it is shown.
 */
public record BaseUrl(URI value) {

  private static final int LONGEST = 2000;
  private static final String SECURE = "https";
  private static final int LARGEST_PORT = 65_535;

  /**
   * As somebody writes it.
   *
   * @throws InvalidValue where it is none
   */
  public static BaseUrl of(String text) {
    return new BaseUrl(parsed(Texts.checked(text, 1, LONGEST)));
  }

  public BaseUrl {
    String scheme = String.valueOf(value.getScheme()).toLowerCase(Locale.ROOT);
    boolean web = scheme.equals(SECURE) || scheme.equals("http");
    if (!web || value.getHost() == null) {
      throw new InvalidValue("must be an address such as https://api.example.com/v1");
    }
    if (value.getPort() == 0 || value.getPort() > LARGEST_PORT) {
      throw new InvalidValue("must have a port from 1 to " + LARGEST_PORT);
    }
    if (value.getRawUserInfo() != null || value.getRawFragment() != null) {
      throw new InvalidValue("must have neither user, password nor fragment");
    }
  }

  /** Why calls may not go there: the rules refuse its host, or a key would travel in the open. */
  public Optional<String> refusal(AddressRules rules) {
    if (!rules.mayName(value.getHost())) {
      return Optional.of(
          "must lead to a public host, or to one that the operator names in COLLOQUY_ALLOWED_HOSTS");
    }
    boolean open = !SECURE.equalsIgnoreCase(value.getScheme());
    return open && !rules.isAllowed(value.getHost())
        ? Optional.of(
            "must be https, but for hosts that the operator names in COLLOQUY_ALLOWED_HOSTS")
        : Optional.empty();
  }

  /** Whether a key that is meant for one is meant for the other. */
  public boolean isAtOneWith(BaseUrl other) {
    return origin().equals(other.origin());
  }

  private String origin() {
    String scheme = value.getScheme().toLowerCase(Locale.ROOT);
    int port = value.getPort() > 0 ? value.getPort() : scheme.equals(SECURE) ? 443 : 80;
    return scheme + "://" + value.getHost().toLowerCase(Locale.ROOT) + ":" + port;
  }

  private static URI parsed(String text) {
    try {
      return new URI(text);
    } catch (URISyntaxException none) {
      throw new InvalidValue("must be an address such as https://api.example.com/v1");
    }
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
