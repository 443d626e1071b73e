package dev.colloquy.identity.domain;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * One counter of failures. It names its subject by a hash, so that nobody reads from the database
 * what was typed into a login form.
 */
public record ThrottleKey(Throttle throttle, SecretHash subject) {

  private static final Pattern COLON = Pattern.compile(":");
  private static final int NETWORK_GROUPS = 4;

  public static ThrottleKey account(LoginName name) {
    return new ThrottleKey(Throttle.LOGIN_BY_ACCOUNT, SecretHash.of(name.key()));
  }

  /** Takes the network of an IPv6 address, for whoever has one has 2^64 of them. */
  public static ThrottleKey address(Throttle throttle, String address) {
    return new ThrottleKey(throttle, SecretHash.of(network(address)));
  }

  private static String network(String address) {
    if (address.indexOf(':') < 0) {
      return address;
    }
    StringBuilder network = new StringBuilder();
    String[] groups = COLON.split(expanded(address.toLowerCase(Locale.ROOT)), -1);
    for (int i = 0; i < Math.min(NETWORK_GROUPS, groups.length); i++) {
      network.append(groups[i].replaceFirst("^0+(?=.)", "")).append(':');
    }
    return network.toString();
  }

  /** Writes out the zeros that {@code ::} stands for. */
  private static String expanded(String address) {
    int gap = address.indexOf("::");
    if (gap < 0) {
      return address;
    }
    String before = address.substring(0, gap);
    String after = address.substring(gap + 2);
    long present = groups(before) + groups(after);
    String zeros = "0:".repeat((int) Math.max(0, 8 - present));
    return (before.isEmpty() ? "" : before + ":") + zeros + after;
  }

  private static long groups(String part) {
    return part.isEmpty() ? 0 : part.chars().filter(c -> c == ':').count() + 1;
  }
}
